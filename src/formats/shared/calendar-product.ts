/** `PRODID` of the calendars that a story is written in: their import knows them by it. A formal
 * public identifier: not registered, owner, product, language. */
export const calendarProduct = ['-', 'Datelines', 'Datelines', 'EN'].join('//');
