/** The pseudo-locale: English, accented and 40 % longer, in brackets. It shows text that is cut, glued or not a message. */

const ACCENTED = new Map(
  [..."aceinosuyACEINOSUY"].map((letter, i) => [letter, [..."åçéîñöšûýÅÇÉÎÑÖŠÛÝ"][i] as string]),
);

export function lengthen(text: string): string {
  const accented = [...text].map((letter) => ACCENTED.get(letter) ?? letter).join("");
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter)).length;
  const padding = "~".repeat(Math.round(letters * 0.4));
  // The padding stands inside the text element, before its trailing space, so that words are still separated.
  return accented.replace(/(\s*)$/, `${padding}$1`);
}

export function frame(message: string): string {
  return `[${message}]`;
}
