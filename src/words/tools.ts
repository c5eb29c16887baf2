/** What forms of the timeline, play and tooltips say. */
import { tools } from './en';
import { messagesOf } from './messages';

/** A message by key, in the language of this thread. */
export const t = messagesOf('tools', tools);
