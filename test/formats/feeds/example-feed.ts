import type { DeletedEntry, Feed, FeedEntry } from "../../../src/formats/feeds/feed.ts";
import { parseIsoDate } from "../../../src/statements/iso-date.ts";

export const EXAMPLE_ENTRY: FeedEntry = {
  id: "https://archive.example/s/k3m9p2q7ra",
  link: "https://archive.example/2023/02/28/the-bridge-opens-k3m9p2q7ra",
  title: 'Bread & <salt>, "again"',
  titleDerived: true,
  language: "hy",
  published: "2023-03-01T06:40:00Z",
  updated: "2023-03-05T10:00:00Z",
  date: parseIsoDate("2023-02-28") ?? assertDate(),
  author: "Coast & Wire",
  html: '<p>5 &lt; 6<br>"so"</p>',
  summary: "Lorries <crossed> & left.",
  tags: ["roads & bridges"],
  rights: "Quote freely.",
  source: "https://example.org/a?b=1&c=2",
};

export const EXAMPLE_DELETED: DeletedEntry = {
  id: "https://archive.example/s/0000000000",
  when: "2023-03-04T00:00:00Z",
  reason: "Not <ours>.",
};

/** A feed of one entry and of one that was taken away. */
export function exampleFeed(changed: Partial<Feed> = {}): Feed {
  return {
    publisher: {
      title: "Tom & Ana’s archive",
      url: "https://archive.example",
      contact: "desk@archive.example",
      rights: "Terms & conditions",
    },
    title: "Statements from Coast & Wire",
    description: "What is new",
    page: "/statements?agency=Coast+%26+Wire",
    first: "/statements?agency=Coast+%26+Wire",
    self: "/statements?agency=Coast+%26+Wire&before=20",
    next: "/statements?agency=Coast+%26+Wire&before=10",
    entries: [EXAMPLE_ENTRY],
    deleted: [EXAMPLE_DELETED],
    ...changed,
  };
}

function assertDate(): never {
  throw new Error("expected a date");
}
