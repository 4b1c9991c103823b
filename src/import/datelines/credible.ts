import { isAgency } from "./agencies.ts";
import { knownCity, knownRegion } from "./places.ts";
import type { WrittenPlace } from "./read-place.ts";
import type { WrittenTail } from "./read-tail.ts";

/** Words with which a text may open that are no place, whatever follows them. */
const NO_PLACE =
  /^(?:the (?!hague)|on|in|at|by|from|for|with|as|after|before|during|speaking|according|today|note|update|updated|breaking|exclusive|statement|remarks|speech|address|press|media|news|release|briefing|interview|transcript|question|answer|report|summary|abstract|president|prime|minister|ministry|foreign|secretary|ambassador|spokes\w+|chairman|chairwoman|chair|governor|senator|mr|mrs|ms|dr|sir|dear|date|dated|published|posted|issued|photo|video|correction|corrected|warning|notice|attention|important|watch|live|opinion|analysis|editorial|background|context|fact|date|re|subject|to|cc|nato|osce|un|eu|usa|uk|us|unesco|unicef|who|csto|cis|brics|opec|asean|imf|covid\S*|заявление|комментарий|сообщение|президент|министр|вопрос|ответ|нато|оон|обсе|ес|сша|россия|communiqué|déclaration|discours|question|réponse)(?:$|[\s,.-])/iu;

function beginsSentence(rest: string): boolean {
  return /^[^\p{L}\p{N}]{0,3}(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u.test(rest);
}

/** Whether a second dash in the sentence takes up words in lower case: "Paris – City of Light – is". */
function hasSecondDash(rest: string): boolean {
  const sentence = /^[^.!?]{0,200}/u.exec(rest)?.[0] ?? "";
  return /\s[-–—]+\s*\p{Ll}/u.test(sentence);
}

/** Words in brackets that name a place explain the word before: "Geneva (Switzerland)", "UNESCO (Paris)". */
function namesPlace(words: string): boolean {
  return knownCity(words) !== null || knownRegion(words) !== null;
}

/** "SERGEY LAVROV (Foreign Minister of Russia) – Good day.": who speaks, not who reports. */
const OFFICE =
  /\b(?:president|minister|secretary|ambassador|chair(?:man|woman|person)?|governor|senator|spokes\w+|director|commissioner|deputy|head|speaker|judge|chancellor|envoy|member|representative)\b|президент|министр|председатель|посол|глава|депутат/iu;

function isCredibleInCapitals(place: WrittenPlace, tail: WrittenTail, rest: string): boolean {
  const isKnown = place.isKnownCity || place.hasRegion;
  if (tail.closedBy !== "dash") return beginsSentence(rest);
  if (tail.hasDay) return beginsSentence(rest) || tail.agency !== null;
  if (tail.agencyInBrackets) return (isKnown || place.name.length > 4) && beginsSentence(rest);
  return isKnown && beginsSentence(rest);
}

function isCredibleInTitleCase(place: WrittenPlace, tail: WrittenTail, rest: string): boolean {
  if (!beginsSentence(rest)) return false;
  const isKnown = place.isKnownCity || place.hasRegion;
  if (tail.hasDay) return isKnown || (place.words === 1 && tail.closedBy === "dash");
  return place.hasRegion && tail.closedBy === "dash" && !hasSecondDash(rest);
}

/** Whether the parts make a dateline, and not prose: the rules are in `docs/datelines-and-headlines.md`. `rest` is what follows. */
export function isCredible(place: WrittenPlace, tail: WrittenTail, rest: string): boolean {
  if (rest.trim() === "" || NO_PLACE.test(place.name)) return false;
  if (place.letters !== "caseless" && !/\p{L}.*\p{L}/u.test(place.name)) return false;
  if (tail.agency !== null && (namesPlace(tail.agency) || OFFICE.test(tail.agency))) return false;
  const isKnown = place.isKnownCity || place.hasRegion;
  if (tail.agency !== null && isAgency(tail.agency)) {
    return beginsSentence(rest) && (isKnown || place.words <= 2 || place.letters === "upper");
  }
  if (place.letters === "upper") return isCredibleInCapitals(place, tail, rest);
  if (place.letters === "title") return isCredibleInTitleCase(place, tail, rest);
  return isKnown && tail.hasDay;
}
