/** Lower-case Latin letters that do not come apart into a plain letter and a mark, as people type them. */
export const PLAIN_LATIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ə: "e",
  ŋ: "ng",
  ŧ: "t",
  ĸ: "k",
};
