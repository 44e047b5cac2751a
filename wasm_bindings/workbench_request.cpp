#include "wasm_bindings/from_json.hpp"

namespace gradcircuit {
namespace {

Pick read_pick(const Reader& node) { return node.is_number() ? Pick(node.whole_number()) : Pick(node.text()); }

std::uint32_t read_order(const Reader& order) {
  const std::uint32_t times = order.whole_number();
  if (times < 1 || times > limits::derivative_order)
    order.complain("must be from 1 to " + std::to_string(limits::derivative_order));
  return times;
}

EntryOf read_entry(const Reader& entry) {
  EntryOf read;
  Fields fields(entry);
  fields.required("input", [&](const Reader& input) { read.input = input.text(); });
  fields.optional("entry", [&](const Reader& index) { read.entry = index.whole_number(); });
  fields.finish();
  return read;
}

Bug read_bug(const Reader& bug) {
  Bug read{.rule = nullptr, .node = none};
  Fields fields(bug);
  fields.required("rule", [&](const Reader& rule) {
    read.rule = find_wrong_rule(rule.text());
    if (read.rule == nullptr || !read.rule->breaks_one_gate())
      rule.complain("must be the id of a rule that can be broken at one gate");
  });
  fields.required("node", [&](const Reader& node) { read.node = node.whole_number(); });
  fields.finish();
  return read;
}

}  // namespace

void read_workbench_fields(Fields& fields, Request& request) {
  fields.optional("of", [&](const Reader& of) { request.of = read_pick(of); });
  fields.optional("by", [&](const Reader& by) {
    by.each_entry(limits::page_nodes, [&](const Reader& node) { request.by.push_back(read_pick(node)); });
  });
  fields.optional("check_of", [&](const Reader& entry) { request.check_of = read_entry(entry); });
  fields.optional("along", [&](const Reader& entry) { request.along = read_entry(entry); });
  fields.optional("order", [&](const Reader& order) { request.order = read_order(order); });
  // forward mode is told step by step in the place of backprop, not after it
  request.tangent_steps = request.tangents && request.steps;
  if (request.tangents) request.steps = false;
  fields.optional("bug", [&](const Reader& bug) { request.bug = read_bug(bug); });
}

}  // namespace gradcircuit
