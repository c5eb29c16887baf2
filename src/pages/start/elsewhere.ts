/**
 * Before a page is shown: where its address asks for another story than the one it was sent with, that
 * one is hidden, so that nobody takes it for what they asked for while the other is on its way.
 * Without scripts it stays.
 */
const asked = new URLSearchParams(location.search);
const { dataset } = document.documentElement;
const story = asked.get('story');
if (asked.has('src') || (story !== null && story !== dataset.story)) dataset.elsewhere = '';
