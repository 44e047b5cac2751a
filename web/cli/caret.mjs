/** An error under its place in the program. */

const TAB = /\t/g;

/** The message, hint included, and the line with the error's span underlined. Spans count UTF-16 code units. */
export function pointAt(program, error) {
  const lines = [`error: ${error.message}`];
  if (error.span) lines.push(...underline(program, error.span));
  return lines.join("\n");
}

function underline(program, [begin, end]) {
  const lineBegin = program.slice(0, begin).lastIndexOf("\n") + 1;
  const newline = program.indexOf("\n", begin);
  const lineEnd = newline < 0 ? program.length : newline;
  const number = program.slice(0, lineBegin).split("\n").length;
  const margin = `${number} | `;
  const before = program.slice(lineBegin, begin).replace(TAB, " ");
  const width = Math.max(1, Math.min(end, lineEnd) - begin);
  return [
    `${margin}${program.slice(lineBegin, lineEnd).replace(TAB, " ")}`,
    `${" ".repeat(margin.length - 2)}| ${" ".repeat(before.length)}${"^".repeat(width)}`,
  ];
}
