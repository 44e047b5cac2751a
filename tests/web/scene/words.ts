import type { PictureWords } from "../../../web/src/scene/picture.js";

export const WORDS: PictureWords = {
  value: "value",
  gradient: "gradient ∂f/∂·",
  arrived: (arrived, of) => `${arrived} of ${of}`,
  sumOf: (contributions) => `Σ of ${contributions}`,
  first: (what) => `first ${what} here`,
};
