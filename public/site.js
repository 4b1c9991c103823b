/*
 * Offers, where words of a statement are selected, to copy a link to them or the words with their citation. Everything
 * works without it. What is copied is made of what the page says in the attributes of this script's element.
 */
(() => {
  const { address, citation } = document.currentScript.dataset;
  const words = document.querySelector(".words");
  if (!words || !address) return;

  /** As many characters as the server reads. */
  const LONGEST = 2000;
  const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
  /** Scripts that write words without spaces. */
  const UNSPACED =
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
  const WORD = "[\\p{L}\\p{M}\\p{N}]+(?:[-'’.,:][\\p{L}\\p{M}\\p{N}]+)*";
  const REST_BEFORE = new RegExp(`(?:${WORD})?[-'’.,:]?$`, "u");
  const REST_BEHIND = new RegExp(`^(?:[-'’.,:]?${WORD})?`, "u");

  let passage = "";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "selected";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Selected passage");
  bar.hidden = true;
  bar.append(
    button("Copy link to this passage", () => copy(linkTo(passage), "The link is copied.")),
    button("Copy quotation with citation", () =>
      copy(`“${passage}”\n— ${citation}`, "The quotation is copied."),
    ),
    button("Dismiss", dismiss),
    said,
  );
  words.after(bar);

  document.addEventListener("selectionchange", () => setTimeout(show, 100));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !bar.hidden) dismiss();
  });

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    // The selection stays as it is.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", act);
    return made;
  }

  function show() {
    const now = selected();
    if (now === passage) return;
    passage = now;
    said.textContent = "";
    bar.hidden = !IN_WORD.test(passage);
  }

  function dismiss() {
    if (bar.contains(document.activeElement)) document.activeElement.blur();
    bar.hidden = true;
  }

  /** The whole words that are selected; empty where none of the statement are. */
  function selected() {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return "";
    const range = selection.getRangeAt(0);
    if (!words.contains(range.commonAncestorContainer)) return "";
    const text = restBefore(range) + selection.toString() + restBehind(range);
    return shortened(text.replace(/\s+/g, " ").trim());
  }

  function restBefore({ startContainer: { nodeType, data }, startOffset }) {
    if (nodeType !== Node.TEXT_NODE || !isWithin(data[startOffset])) return "";
    const before = data.slice(0, startOffset);
    return isWithin(before.at(-1)) || /[-'’.,:]$/.test(before) ? REST_BEFORE.exec(before)[0] : "";
  }

  function restBehind({ endContainer: { nodeType, data }, endOffset }) {
    if (nodeType !== Node.TEXT_NODE || !isWithin(data[endOffset - 1])) return "";
    return isWithin(data[endOffset]) || /[-'’.,:]/.test(data[endOffset])
      ? REST_BEHIND.exec(data.slice(endOffset))[0]
      : "";
  }

  function isWithin(character = "") {
    return IN_WORD.test(character) && !UNSPACED.test(character);
  }

  function shortened(text) {
    return text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf(" ", LONGEST));
  }

  /** Marked by the server, and shown by browsers that know text fragments. */
  function linkTo(text) {
    const parts = text.split(" ");
    const ends = parts.length > 10 ? [parts.slice(0, 5), parts.slice(-5)] : [parts];
    const fragment = ends.map((end) => encoded(end.join(" ")).replaceAll("-", "%2D")).join(",");
    return `${address}?quote=${encoded(text)}#:~:text=${fragment}`;
  }

  function encoded(text) {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  }

  async function copy(text, done) {
    said.textContent = (await isCopied(text)) ? done : "This browser does not let the page copy.";
  }

  async function isCopied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return isCopiedAsSelection(text);
    }
  }

  /** Pages that are not reached by TLS have no other way. */
  function isCopiedAsSelection(text) {
    const put = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    const copied = document.execCommand("copy");
    document.removeEventListener("copy", put);
    return copied;
  }
})();
