/*
 * Searches an export of the site in the browser. The index comes as scripts, piece by piece, because a page that was opened
 * from a folder may read no other files. Everything shown is set as text.
 */
(() => {
  const AT_ONCE = 50;
  const asked = (new URLSearchParams(location.search).get("q") ?? "").trim();
  const said = document.getElementById("said");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const waiting = new Map();
  const pieces = new Map();

  /** What the index says of itself, and how it reads words. */
  let facts = null;

  window.datelineIndex = (given, wordsOf) => {
    facts = { ...given, wordsOf: (text) => wordsOf(text, given.plain) };
  };
  window.datelinePiece = (name, number, rows) => pieces.set(`${name}-${number}`, rows);

  for (const box of document.querySelectorAll("input[name=q]")) box.value = asked;
  if (asked !== "") search().catch(() => say("The index of this export cannot be read."));

  async function search() {
    document.title = `${asked} – ${document.title}`;
    await load("index");
    const words = [...new Set(facts.wordsOf(asked))];
    if (words.length === 0) return say("There is no word to look for in what was typed.");
    const numbers = (await numbersOf(words)).sort((a, b) => b - a);
    say(`${counted(numbers.length)} with ${words.join(", ")}`);
    await show(numbers, 0);
  }

  /** The statements that hold every word. */
  async function numbersOf(words) {
    let numbers = null;
    for (const word of words) {
      const holding = await statementsWith(word);
      numbers = numbers === null ? [...holding] : numbers.filter((number) => holding.has(number));
    }
    return numbers;
  }

  /** The statements that hold a word that begins so. */
  async function statementsWith(beginning) {
    const holding = new Set();
    for (const piece of piecesWith(beginning)) {
      for (const line of await load("words", piece)) {
        if (!line.startsWith(beginning)) continue;
        let number = 0;
        for (const distance of line.split(" ").slice(1)) {
          number += Number.parseInt(distance, 36);
          holding.add(number);
        }
      }
    }
    return holding;
  }

  /** The pieces in which words may begin so: from the last that begins before it. */
  function piecesWith(beginning) {
    const { firstWords } = facts;
    return firstWords.map((_, at) => at).filter(mayHold);

    function mayHold(at) {
      const next = firstWords[at + 1];
      const begins = firstWords[at] <= beginning || firstWords[at].startsWith(beginning);
      return begins && (next === undefined || next > beginning);
    }
  }

  async function show(numbers, from) {
    for (const number of numbers.slice(from, from + AT_ONCE)) {
      const rows = await load("statements", Math.floor(number / facts.inPiece));
      found.append(item(rows[number % facts.inPiece]));
    }
    const next = from + AT_ONCE;
    more.hidden = next >= numbers.length;
    more.onclick = () => show(numbers, next);
  }

  function item([date, longDate, headline, file, language, direction, names, withdrawn]) {
    const line = made("li", { lang: language, dir: direction });
    const heading = made("h3", {});
    heading.append(made("a", { href: `../${file}` }, headline));
    const about = made("p", { className: "about", lang: "en", dir: "ltr" });
    about.append(made("time", { dateTime: date }, longDate));
    if (names !== "") about.append(" · ", made("bdi", {}, names));
    if (withdrawn !== "") about.append(" · ", made("b", { className: "withdrawn" }, withdrawn));
    line.append(heading, about);
    return line;
  }

  function made(name, properties, text = "") {
    const element = Object.assign(document.createElement(name), properties);
    element.textContent = text;
    return element;
  }

  /** The rows of a piece, which is loaded once. */
  function load(name, number) {
    const file = number === undefined ? name : `${name}-${number}`;
    if (!waiting.has(file)) waiting.set(file, loaded(file));
    return waiting.get(file).then(() => pieces.get(file));
  }

  function loaded(file) {
    return new Promise((resolve, reject) => {
      const script = made("script", { src: `${file}.js`, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }

  function say(words) {
    said.textContent = words;
  }

  function counted(number) {
    return number === 1 ? "1 statement" : `${number.toLocaleString("en")} statements`;
  }
})();
