/** How one language says on which weekday a statement was made. Each pattern has the weekday in a group named `day`. */
interface WeekdayWording {
  /** Monday first. */
  names: string[];
  patterns: RegExp[];
}

const ENGLISH_SAID =
  "(?:said|told|announced|called|stated|declared|urged|condemned|welcomed|expressed|reported|warned|confirmed|denied|rejected|accused|criticized|criticised|reaffirmed|reiterated|emphasized|stressed|noted|signed|summoned|demanded|appealed|asked|spoke|congratulated|met)";
/** A phrase between the verb and the day: "in a statement", "at a briefing in Moscow", "reporters". */
const ENGLISH_PHRASE =
  "(?: (?:reporters|journalists|lawmakers|parliament|the media|the press))?(?: (?:in|at|during|to|via|through|by) (?!be\\b)(?:(?!that\\b|which\\b|who\\b|will\\b|would\\b|had\\b|was\\b|were\\b|be\\b|held\\b|scheduled\\b|planned\\b|on\\b|since\\b|until\\b|last\\b|next\\b|from\\b|of\\b)[\\p{L}’'.-]+ ?){1,6}(?<! ))?";
const ENGLISH_DAY = "(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
/** No other day, no span, and no date of its own behind the weekday. */
const ENGLISH_AFTER =
  "(?![\\p{L}’'-])(?!,? (?:\\d|the \\d|January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|to |and (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|through |until |or |next |last |week))";

const RUSSIAN_SAID =
  "(?:заявил|сообщил|сказал|призвал|рассказал|отметил|объявил|подчеркнул|осудил|приветствовал|выразил|потребовал|напомнил|предупредил|подтвердил|опроверг|подписал)[аои]?";
const RUSSIAN_DAY = "(?<day>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)";
const RUSSIAN_AFTER = "(?!\\p{L})(?!,? (?:\\d|и в|или))";

const FRENCH_SAID =
  "(?:a|ont) (?:déclaré|annoncé|indiqué|appelé|affirmé|estimé|dit|exhorté|condamné|salué|souligné|rappelé|averti|confirmé|démenti|réagi|dénoncé|signé)";
const FRENCH_DAY = "(?<day>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)";
const FRENCH_AFTER = "(?!\\p{L})(?! (?:\\d|1er|dernier|prochain|passé|et |ou ))";

const WORDINGS: WeekdayWording[] = [
  {
    names: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    patterns: [
      new RegExp(`\\b${ENGLISH_SAID}${ENGLISH_PHRASE}(?: on)? ${ENGLISH_DAY}${ENGLISH_AFTER}`, "u"),
      new RegExp(
        `(?<!(?:held|place|met|meeting|talks|summit|vote|attack|strike|speech|due) )\\bon ${ENGLISH_DAY} ${ENGLISH_SAID}\\b`,
        "u",
      ),
      new RegExp(
        `^On ${ENGLISH_DAY}${ENGLISH_AFTER}(?! (?:will|would)),? (?:(?!will\\b|would\\b|who\\b|last\\b|next\\b)[\\p{L}’'-]+ ){1,8}?${ENGLISH_SAID}\\b`,
        "u",
      ),
    ],
  },
  {
    names: ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"],
    patterns: [
      new RegExp(
        `(?<!\\p{L})${RUSSIAN_SAID}(?: (?:журналистам|СМИ))?(?: (?:на|в|по)(?:о)? (?:брифинге|пресс-конференции|заявлении|интервью|ходе брифинга|беседе с журналистами))? во? ${RUSSIAN_DAY}${RUSSIAN_AFTER}`,
        "u",
      ),
      new RegExp(`(?<!\\p{L})[Вв]о? ${RUSSIAN_DAY} ${RUSSIAN_SAID}(?!\\p{L})`, "u"),
    ],
  },
  {
    names: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    patterns: [
      new RegExp(
        `(?<!\\p{L})${FRENCH_SAID}(?: (?:à la presse|aux journalistes|dans un communiqué|dans un discours|lors d’une conférence de presse|lors d'une conférence de presse|lors d’un point de presse|lors d'un point de presse))?,? (?:ce )?${FRENCH_DAY}${FRENCH_AFTER}`,
        "u",
      ),
    ],
  },
];

/** A weekday that the opening gives as the day of the statement. */
export interface OpeningWeekday {
  /** 0 for Monday to 6 for Sunday. */
  weekday: number;
  /** As the text has it: "Wednesday", "среду". */
  written: string;
}

/** Every weekday by which the opening (plain, one line) says when the statement was made: English, Russian, French. */
export function openingWeekdays(opening: string): OpeningWeekday[] {
  return WORDINGS.flatMap(({ names, patterns }) => {
    // Most openings name no day, which is soon seen.
    if (!names.some((name) => opening.includes(name))) return [];
    return patterns.flatMap((pattern) => {
      const written = pattern.exec(opening)?.groups?.day;
      return written === undefined ? [] : [{ weekday: names.indexOf(written), written }];
    });
  });
}
