/**
 * What the engine may spend: memory that it keeps between questions, work that one question may add
 * for later ones, and what steps of a plan cost relatively to each other. The values were judged by
 * `npm run bench` at 1 and 5 million events: memory by its lines of bytes an event, costs by the
 * plan that was faster on each of its data sets.
 */

// Memory, in bytes an event.
/** Prefix sums of one histogram. */
export const histogramRoom = 1.6;
/** Checkpoints of an area. */
export const checkpointRoom = 2.2;
/** Sorted node times, checkpoints and a rank bitmap together. */
export const countRoom = 6.5;

// Memory, in shares of all events or in things kept.
/** Events that have sorted node times beside checkpoints. */
export const nodeTimesShare = 0.4;
/** The same without checkpoints. */
export const nodeTimesShareAlone = 0.7;
/** A page's questions are about the view and about the whole span, each with bins of its own. */
export const screensKept = 3;
export const histogramsKept = 2;
/** Walks through time: one for the view, one for the whole world, each with a page. */
export const walksKept = 3;

// Work that one question adds, about half a millisecond's to one millisecond's.
/** Ranks added to checkpoints. */
export const checkpointRanksAtOnce = 2 ** 17;
/** Events put into a rank bitmap. */
export const bitmapEventsAtOnce = 2 ** 16;
/** Events whose node times are sorted. */
export const nodeTimesEventsAtOnce = 2 ** 14;

// Costs of a plan with checkpoints.
export const rankCost = 4;
export const counterCost = 1;
/** One event looked at. */
export const eventCost = 4;
/** A large node found in its sorted times. */
export const nodeTimesCost = 350;

// Costs of counting nodes anew, relative to one event looked at.
export const recountCost = 15;
/** A large node by its sorted times. */
export const recountTimesCost = 300;
/** An event that has come or gone is passed. */
export const passCost = 1;
/** The node of such an event is found. */
export const findCost = 4;

/** One number of two rows of a prefix histogram, relative to one event. */
export const rowCost = 1 / 4;
