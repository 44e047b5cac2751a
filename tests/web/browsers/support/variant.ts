/** A built page, and what a test changes about it. */
import { createHash } from "node:crypto";
import { PROBE } from "./probe.js";

export interface Variant {
  /** The probe stands in the page, ahead of the policy. */
  probe?: boolean;
  /** Somebody got an inline script into the page. */
  intruder?: boolean;
  /** The policy is taken away: what the tests of the policy must notice. */
  unprotected?: boolean;
}

const META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"\s*\/?>/;

/** The policy that stands in a page; empty when there is none. */
export function policyOf(page: string): string {
  return META.exec(page)?.[1] ?? "";
}

/** A page with its header: the policy again, which has to let the probe through where the page holds it. */
export function dress(page: string, { probe, intruder, unprotected }: Variant): { page: string; policy: string } {
  let dressed = page;
  let policy = policyOf(page);
  if (unprotected) {
    dressed = dressed.replace(META, "");
    policy = "";
  }
  if (probe) {
    dressed = dressed.replace(/<head>/i, (head) => `${head}<script>${PROBE}</script>`);
    policy = policy.replace("script-src", `script-src 'sha256-${createHash("sha256").update(PROBE).digest("base64")}'`);
  }
  if (intruder) dressed = dressed.replace("</body>", () => "<script>window.intruded = true</script></body>");
  return { page: dressed, policy };
}

const PARTS = ["probe", "intruder", "unprotected"] as const;

/** A variant as a folder name of the test server. */
export function folderOf(variant: Variant): string {
  return PARTS.filter((part) => variant[part]).join("+") || "as-built";
}

export function variantOf(folder: string): Variant {
  return Object.fromEntries(folder.split("+").map((part) => [part, true]));
}
