/** The gallery as the menu wants it: titles in the reader's language, circuits as links. */
import type { ExampleGroup } from "../components/gallery-menu.js";
import { msg } from "../locales/index.js";
import { GALLERY, type GalleryCircuit } from "../scene/gallery.js";
import { formatLink } from "../state/url.js";

export function examples(): ExampleGroup[] {
  const groups = new Map<string, GalleryCircuit[]>();
  for (const circuit of GALLERY) groups.set(circuit.group, [...(groups.get(circuit.group) ?? []), circuit]);
  return [...groups].map(([group, circuits]) => ({
    title: msg(`gallery-group-${group}`),
    examples: circuits.map(({ id, program, at, expand }) => ({
      title: msg(`gallery-${id}`),
      program,
      link: formatLink({ program, at: new Map(Object.entries(at)), ...(expand && { open: [...expand] }) }),
    })),
  }));
}
