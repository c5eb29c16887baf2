/** The id of the category that events of none share with those of one beyond the most. */
export const otherCategory = 'other';
