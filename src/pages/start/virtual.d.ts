declare module 'virtual:stories' {
  /** Names of the bundled stories' files in `events/`, by id, sorted. */
  export const files: Readonly<Record<string, string>>;
}
