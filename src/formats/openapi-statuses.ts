/** What each status means, for whoever reads the description. */
export const STATUS_WORDS: Record<string, string> = {
  "200": "What was asked for.",
  "301": "Another address is the right one from now on.",
  "302": "It stands at another address now.",
  "304": "It is as the client has it.",
  "400": "A value that could not be taken.",
  "404": "Nothing is or was there.",
  "410": "A statement that was taken away.",
  "503": "The archive cannot answer just now; try again.",
};
