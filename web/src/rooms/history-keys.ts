/** The keys of undo and redo, the same in every room. */

/** What is typed into has an undo of its own, and letters. */
export const TYPING = 'textarea, select, input:not([type="range"], [type="checkbox"]), [contenteditable], [popover]';

export function historyKey(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : null;
}
