import type { PictureWords } from "../../../web/src/scene/picture.js";

export const WORDS: PictureWords = {
  value: "value",
  gradient: (output) => `gradient ∂${output}/∂·`,
  tangent: (along) => `derivative ∂·/∂${along}`,
  arrived: (arrived, of) => `${arrived} of ${of}`,
  sumOf: (contributions) => `Σ of ${contributions}`,
  first: (what) => `first ${what} here`,
};
