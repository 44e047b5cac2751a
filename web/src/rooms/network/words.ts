/** What is said of a net at a stage of its update. */
import { msg } from "../../locales/index.js";
import { idOf, type NetId, placeOf, stagesOf, valuesName } from "../../scene/net.js";
import { netUpdateEquation, slopeOf } from "../../scene/net-update.js";
import { formatNumber } from "../../scene/numbers.js";
import type { NetworkSession } from "./session.js";

/** Which samples the last update took, and the next one takes, where it is not all of them. */
export function takenWords({ run, at }: NetworkSession): string {
  const said = (update: number) => {
    const { rows } = run.batchAt(update);
    return { update: String(update + 1), count: rows.length, samples: rows.map((row) => row + 1).join(", ") };
  };
  const { batches } = run;
  const place = {
    batch: String((at % batches) + 1),
    batches: String(batches),
    epoch: String(Math.floor(at / batches) + 1),
  };
  const next = said(at);
  return [
    ...(at > run.origin.begin ? [msg("network-took", said(at - 1))] : []),
    msg("network-takes", { ...next, ...place }),
    ...(next.count < run.origin.setting.batch ? [msg("network-takes-short")] : []),
  ].join(" ");
}

/** What was undone or done again. */
export function undoneWords({ undoing: { said }, answer }: NetworkSession): string {
  if (!said) return "";
  const { kind, id = "" } = said.changed;
  // the same number may be undone several times
  const value = formatNumber(answer?.value(id) ?? Number.NaN);
  return msg(`network-${said.name}`, { what: msg(`network-changed-${kind}`, { id, value }) });
}

/** The sentence under the picture. */
export function sentence(session: NetworkSession): string {
  const { stage, at, net, answer } = session;
  if (!answer) return "";
  const done = stagesOf(net)[stage - 1];
  if (!done) return msg("network-said-start", { update: at });
  const { layers } = session;
  if (done.phase === "forward") {
    const { layer } = done;
    const id = idOf(`A${layer}`, 0, session.sample);
    return msg("network-said-forward", {
      layer: String(layer),
      sum: `W${layer} ${valuesName(layer - 1)}${net.bias ? ` + b${layer}` : ""}`,
      activation: net.activations[layer - 1] === "linear" ? `Z${layer}` : `${net.activations[layer - 1]}(Z${layer})`,
      unit: id,
      value: formatNumber(answer.value(id) ?? Number.NaN),
    });
  }
  if (done.phase === "loss") return lossWords(session);
  // what is said of a weight is said of one, whatever else is looked at
  const weight = /^[Wb]/.test(session.chosen) ? session.chosen : session.asked;
  const moved = done.phase === "update" ? session.movedAt(at, weight) : null;
  if (moved) return movingWords(session, weight, updateText(session, moved));
  // whole updates: what the last one did comes before what the next one would
  if (stage === session.stages - 1 && at > 0) return updatedWords(session);
  const layer = done.layer ?? layers;
  const id = placeOf(weight)?.name.endsWith(String(layer)) ? weight : idOf(`W${layer}`, 0, 0);
  return msg("network-said-backward", {
    layer: String(layer),
    id: `∂L/∂${id}`,
    value: formatNumber(answer.gradient(id) ?? Number.NaN),
  });
}

function movingWords({ setting }: NetworkSession, id: NetId, equation: string): string {
  const { optimizer } = setting;
  if (optimizer === "gd") return msg("network-said-update", { id, equation });
  return msg("network-said-update-other", { id, equation, optimizer: msg(`network-optimizer-${optimizer}`) });
}

function lossWords({ answer, net, layers, sample }: NetworkSession): string {
  const text = (id: string) => formatNumber(answer?.value(id) ?? Number.NaN);
  return msg("network-said-loss", {
    samples: net.inputs.length,
    answer: text(idOf(`A${layers}`, 0, sample)),
    target: text(idOf("Y", 0, sample)),
    loss: net.loss,
    value: text("L"),
  });
}

function updatedWords(session: NetworkSession): string {
  const { at, chosen, setting } = session;
  const moved = session.movedAt(at - 1, chosen);
  if (!/^[Wb]/.test(chosen)) return msg("network-said-fixed", { update: String(at), id: chosen });
  if (!moved) return msg("network-said-forked", { update: String(at) });
  const words = { update: String(at), id: chosen, equation: updateText(session, moved) };
  if (setting.optimizer === "gd") return msg("network-said-updated", words);
  const plain = formatNumber(-moved.rate * slopeOf(moved));
  return msg("network-said-other", { ...words, optimizer: msg(`network-optimizer-${setting.optimizer}`), plain });
}

export function updateText({ run }: NetworkSession, moved: Parameters<typeof netUpdateEquation>[0]): string {
  return netUpdateEquation(moved, run.origin.setting.optimizer === "gd");
}
