/** What a page can do with a file of the reader's device that is open. */
export interface OpenedFile {
  /** Whether the browser keeps it over a reload. */
  readonly kept: Promise<boolean>;
  /** Read with choices that were made for a file with the same columns. */
  readonly remembered: boolean;
  ontitle(title: string): void;
  /** Goes back to the page's own story. */
  onclose(): void;
}
