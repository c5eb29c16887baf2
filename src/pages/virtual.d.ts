declare module 'virtual:stories' {
  /** Ids of the bundled stories, sorted. */
  export const stories: readonly string[];
}
