import type { Dateline } from "../dateline.ts";

/** `新华社北京2月22日电`, with or without a reporter in brackets; not 据新华社…, “according to”. */
const CHINESE =
  /^\s*(?![据據])([\p{Script=Han}]{2,8}?(?:社|网|網|报|報|台))([\p{Script=Han}]{2,8}?)(\d{1,2})月(\d{1,2})日[电電](?:\s*[（(][^（）()\n]{1,30}[）)])?[\s　]*/u;
/** `【モスクワ共同】`, `【ワシントン時事】`. */
const JAPANESE =
  /^\s*【([\p{Script=Han}\p{Script=Katakana}ー・]{2,12}?)(共同|時事|AFP時事|ロイター|新華社)】[\s　]*/u;

/** The datelines of Chinese and Japanese agencies, which have neither spaces nor dashes; `null` where there is none. */
export function readEastAsianDateline(text: string): Dateline | null {
  const chinese = CHINESE.exec(text);
  if (chinese) {
    const [whole, agency = null, place = null, month, day] = chinese;
    return {
      place,
      agency,
      day: Number(day),
      month: Number(month),
      year: null,
      length: whole.length,
    };
  }
  const japanese = JAPANESE.exec(text);
  if (!japanese) return null;
  const [whole, place = null, agency = null] = japanese;
  return { place, agency, day: null, month: null, year: null, length: whole.length };
}
