import { expect, test } from "vitest";
import { mutate } from "../../scripts/lib/mutants.mjs";

const HEADER = `struct Sub {
  template <class T>
  static T value(const T& a, const T& b) {
    return a - b;
  }
  template <int I, class T>
  static T partial(const T& a, const T& /*b*/, const T& out) {
    if constexpr (I == 0) return out * constant(2, a);
    return call<Less>(a, out);
  }
};
`;

test("a rule is broken in every small way, a value in none", () => {
  const { mutants } = mutate(HEADER, 1);
  expect(mutants.map(({ rule, mutated }) => `${rule}: ${mutated}`)).toEqual([
    "Sub::partial: if constexpr (!(I == 0))",
    "Sub::partial: return a * constant(2, a);",
    "Sub::partial: return out * constant(3, a);",
    "Sub::partial: return out / constant(2, a);",
    "Sub::partial: return out;",
    "Sub::partial: return constant(2, a);",
    "Sub::partial: return -(out * constant(2, a));",
    "Sub::partial: return call<Less>(out, out);",
    "Sub::partial: return call<Less>(a, a);",
    "Sub::partial: return call<LessEqual>(a, out);",
    "Sub::partial: return call<Less>(out, a);",
    "Sub::partial: return -(call<Less>(a, out));",
  ]);
});

test("all mutants stand in one text, each behind its question", () => {
  const { text } = mutate(HEADER, 7);
  expect(text).toContain("return a - b;");
  expect(text).toContain("if ((I == 0) != mutant(7)) return");
  expect(text).toContain("(mutant(13) ? (-(out * constant(2, a))) : (");
});
