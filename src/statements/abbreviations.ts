const words = (list: string) => new Set(list.split(/\s+/));

/** Always followed by what they belong to, so that their stop never ends a sentence. */
const BEFORE_A_NAME = words(
  `mr mrs ms messrs mx dr prof gen col lt maj capt cpt sgt cpl pvt cmdr cdr adm brig gov sen rep reps sens rev hon pres
   amb supt insp st ste mt ft vs cf approx ca dept mme mlle mmes mm hr fr frau dipl ing sra srta dña dn sres ud uds
   доц проф акад ген полк им ул пр просп пл обл респ св тов гр см напр ред doç av sn şti yrd op evt jan feb mar apr jun
   jul aug sep sept oct nov dec janv févr juil déc ene abr ago dic mär okt dez янв фев февр апр авг сент окт нояб дек
   mon tue tues wed thu thurs fri bzw inkl exkl vgl zzgl e.g i.e z.b d.h u.a v.a p.ex p.ej т.е т.к`,
);

/** An abbreviation only before a figure: "No. 5", but "He said no." */
const BEFORE_A_FIGURE = words(
  "no nos nr núm num art arts sec secs para paras ch chap fig figs p pp vol vols pt app ex v ст п пп ч гл рис № стр",
);

/** May stand last in a sentence: only the next word tells. */
const MAY_BE_LAST = words(
  `inc ltd co corp llc bros jr sr esq etc al est ave blvd rd hwy usw etw evtl vb vd др гг г в вв руб коп тыс млн млрд чел кв`,
);

/** Words that often begin a sentence and hardly ever follow an abbreviation within one. */
const BEGINS_A_SENTENCE = words(
  `a an the this that these those there it its he his she her they their we our you your i in on at as by for from but and
   or if when while after before since however also according both all with without under during meanwhile earlier later
   another what who why how в во на он она оно они это эта этот эти мы вы по при но и а как так также однако кроме ранее
   после если что для из с со за до le la les l un une des il elle ils elles nous vous ce cette ces dans en sur selon mais
   et der die das ein eine er sie es wir ihr dies diese dieser im am bei nach vor mit und aber auch el los las una uno él
   ella ellos según pero también`,
);

/** Words before a figure and a stop that make it an ordinal: "am 9. November", "die 3. Sitzung". */
const BEFORE_AN_ORDINAL = words(
  "am der die das dem den des vom zum zur im bis ab seit und dne od do de",
);
const MONTH_BEGINNING =
  /^(jan|feb|mär|apr|mai|juni|juli|aug|sep|okt|nov|dez|jän|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)/u;

const INNER_STOPS = /^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u;

/** The words around a stop: without the punctuation at their ends; `""` where there is none. */
export interface StopContext {
  /** Before `last`. */
  earlier: string;
  /** The word that the stop follows, with its inner stops. */
  last: string;
  next: string;
  /** Whether the next word carries a stop itself, as an initial does. */
  nextIsAbbreviated: boolean;
}

function nextBeginsSentence({ next, nextIsAbbreviated }: StopContext): boolean {
  return !nextIsAbbreviated && BEGINS_A_SENTENCE.has(next.toLowerCase());
}

/** Whether the full stop after `last` belongs to an abbreviation, an initial or an ordinal and the sentence goes on. */
export function belongsToAbbreviation(context: StopContext): boolean {
  const last = context.last.toLowerCase();
  if (BEFORE_A_NAME.has(last)) return true;
  if (BEFORE_A_FIGURE.has(last)) return /^[\p{N}IVXLC]+/u.test(context.next);
  if (/^\d{1,2}$/.test(last)) {
    const next = context.next.toLowerCase();
    return MONTH_BEGINNING.test(next) || BEFORE_AN_ORDINAL.has(context.earlier.toLowerCase());
  }
  const isShort = /^\p{L}\p{M}*$/u.test(last) || INNER_STOPS.test(last) || MAY_BE_LAST.has(last);
  return isShort && !nextBeginsSentence(context);
}

/** Whether the word, written without its last stop, would be written with it in the middle of a sentence too. */
export function keepsItsStop(word: string): boolean {
  const known = word.toLowerCase();
  return INNER_STOPS.test(known) || /^\p{Lu}$/u.test(word) || MAY_BE_LAST.has(known);
}
