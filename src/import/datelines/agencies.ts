/** News agencies that sign datelines, as `folded` writes them. */
const KNOWN = new Set(
  `ap|the associated press|associated press|afp|agence france-presse|reuters|thomson reuters|upi|tass|тасс|itar-tass|итар-тасс
  |ria|ria novosti|риа новости|риа|interfax|интерфакс|interfax-ukraine|интерфакс-украина|interfax.ru|sputnik|спутник|xinhua
  |cns|dpa|apa|kna|epd|sid|ats|belga|anp|ritzau|ntb|tt|stt|efe|europa press|ansa|agi|adnkronos|lusa|pap|ctk|čtk|tasr|mti|agerpres|bta|hina
  |tanjug|beta|srna|fena|mia|ata|ana|amna|ana-mpa|anadolu|anadolu agency|anadolu ajansı|aa|iha|dha|anka|demirören|trend|тренд|azertac|azərtac|azertag|азертадж
  |report|turan|туран|apa-economics|armenpress|արմենպրես|արմենպրեսս|арменпресс|arka|арка|noyan tapan|նոյյան տապան|mediamax|մեդիամաքս|panarmenian|panarmenian.net|news.am|arminfo|арминфо|armradio
  |artsakhpress|azatutyun|hetq|civilnet|ipress|iprs|interpressnews|newsgeorgia|kazinform|казинформ|belta|белта|ukrinform|укринформ|unian|униан
  |rfe/rl|rferl|voa|bbc|cnn|al jazeera|irna|ایرنا|isna|ایسنا|tasnim|تسنیم|fars|فارس|mehr|مهر|press tv|sana|سانا|wam|وام|spa|واس|qna|قنا|kuna|كونا|bna|petra|بترا|mena|أ ش أ
  |رويترز|أ ف ب|ا ف ب|فرانس برس|د ب أ|الأناضول|شينخوا|سبوتنيك|تاس|ina|wafa|وفا|nna|pti|ani|ians|uni|bss|app|antara|bernama|vna|vietnam news agency|pna|yonhap|kcna|kyodo|kyodo news|jiji|jiji press
  |montsame|un news|ips|canadian press|the canadian press|aap|nan|gna|kbc|aps|map|tap|panapress|prensa latina|notimex|telam|télam|agencia brasil|agência brasil|bloomberg|dow jones|marketwatch
  |pr newswire|prnewswire|business wire|globe newswire|globenewswire|accesswire|state department|регнум|regnum|росбалт|rosbalt|прайм|prime|lenta.ru|рбк|rbc`
    .split("|")
    .map((name) => name.trim()),
);

/** A part of a name that only a house of news has. */
const OF_NEWS =
  /(?:^|[\s-])(?:agency|agence|agencia|agentur|ajans\S*|agentlik\S*|агентство|գործակալություն|news\S*|nachrichten\S*|press\S*|presse|prensa|wire|newswire|media|radio|television|tv|times|post|telegraph|herald|tribune|gazette|novosti|новости|xəbər\S*|haber\S*|خبرگزاری|وكالة)(?:$|[\s.-])/u;

const ASCII = /^[\0-\x7f]*$/;

function folded(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase().replace(/\s+/g, " ");
  return name
    .replaceAll("İ", "i")
    .toLowerCase()
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/եվ|եւ/g, "և");
}

/** At most five words, each beginning with a capital, a figure, or in a script without capitals. */
export function looksLikeName(words: string): boolean {
  const parts = words.split(/\s+/);
  return (
    parts.length <= 5 && parts.every((part) => !/^\P{L}*\p{Ll}/u.test(part) || part.length <= 3)
  );
}

/** Whether the words, in any case, are the name of a known agency or begin with one ("Sputnik Armenia"), or speak of news ("Agency"). */
export function isAgency(words: string): boolean {
  const name = folded(words);
  if (KNOWN.has(name)) return true;
  if (!looksLikeName(words)) return false;
  const [first = "", second] = name.split(" ");
  const named =
    first.length > 3 &&
    second !== undefined &&
    KNOWN.has(first) &&
    first !== "report" &&
    first !== "prime";
  return named || OF_NEWS.test(name);
}
