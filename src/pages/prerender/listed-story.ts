/** A story in the list; addresses are as seen from the page that has it. */
export interface ListedStory {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** Of title and description, BCP 47. */
  readonly language: string;
  /** `''` where the story has none. */
  readonly description: string;
  /** How many events, and when. */
  readonly facts: string;
  readonly picture: string | null;
}
