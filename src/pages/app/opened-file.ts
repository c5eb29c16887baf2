/** What a page can do with a file of the reader's device that is open. */
export interface OpenedFile {
  /** Whether the browser keeps it over a reload. */
  readonly kept: Promise<boolean>;
  ontitle(title: string): void;
  /** Goes back to the page's own story. */
  onclose(): void;
}
