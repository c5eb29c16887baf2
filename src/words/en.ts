/**
 * Every sentence a reader can see, in English. A second language is a file beside this one with the
 * same groups and keys (`uk.ts`, `ar.ts`); it is found by its name.
 *
 * Messages are ICU MessageFormat: `{name}` is replaced, `{count, plural, one {# event} other
 * {# events}}` chooses by the language's plural rules and writes the number in its digits. Values
 * arrive written out (dates, distances) unless a plural counts them. A key is `part.what`; a group
 * is what travels together: `page` with every page, `dialogs` when one is opened, `reading` with
 * what reads files and finds their problems, `areas` with the map's own ground.
 */

export const page = {
  // Dates, counts and lengths.
  'date.circa': 'c. {date}',
  'date.since': 'since {date}',
  'date.sinceUnknownEnd': '{date} – ?',
  'date.until': 'until {date}',
  'date.untilUnknownStart': '? – {date}',
  'date.fromTo': '{first} – {last}',
  'date.unknown': 'date not known',
  'date.before': 'before {year}',
  'date.after': 'after {year}',
  'date.planned': 'planned',
  'length.kilometres': '{number} km',
  'events.count': '{count, plural, one {# event} other {# events}}',

  // Map.
  'map.name': 'Map',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.showAll': 'Show all',
  'map.fullScreen': 'Full screen',
  'map.leaveFullScreen': 'Leave full screen',
  'map.keys': 'Move the map: arrow keys pan, plus and minus zoom',
  'map.outside': '{title}, {date}, {distance} {towards}, outside the view',
  'map.outsideUndated': '{title}, {distance} {towards}, outside the view',
  'map.outsideSide': '{count, plural, one {# event} other {# events}} {towards}, outside the view',
  'map.outsideRest': '{count, plural, one {# more event} other {# more events}}, outside the view',
  'map.towards.n': 'to the north',
  'map.towards.ne': 'to the north-east',
  'map.towards.e': 'to the east',
  'map.towards.se': 'to the south-east',
  'map.towards.s': 'to the south',
  'map.towards.sw': 'to the south-west',
  'map.towards.w': 'to the west',
  'map.towards.nw': 'to the north-west',
  'map.elsewhere': '{count, plural, one {# more event} other {# more events}}',
  'map.markName': '{text}, {name}',
  'map.unplaced': '{count, plural, other {# without a place}}',
  'map.useControl': 'Use Ctrl + scroll to zoom the map',
  'map.useCommand': 'Use ⌘ + scroll to zoom the map',
  'map.useTwoFingers': 'Use two fingers to move the map',
  'map.noGround': 'The base map could not be loaded',
  'map.data': 'Map data',
  'map.credit': 'Natural Earth (public domain), GeoNames (CC BY 4.0); {borders}.',
  'map.creditBasemap': '{basemap}; Natural Earth (public domain), GeoNames (CC BY 4.0); {borders}.',
  'map.basemapUnreadable':
    'The publisher’s base map can’t be read ({reason}). The bundled map is shown.',
  'map.basemapNoTiles': 'The publisher’s base map has no vector tiles. The bundled map is shown.',
  'map.basemapNoLayers':
    'The publisher’s base map has none of the layers {layers}. The bundled map is shown.',
  'map.dashedLines': 'Dashed lines in view',

  // Timeline.
  'timeline.name': 'Timeline',
  'timeline.windowStart': 'Window start',
  'timeline.windowEnd': 'Window end',
  'timeline.window': 'Window',
  'timeline.bar': '{title}, {date}',
  'timeline.barWithStatus':
    '{title}, {date}, {status, select, ongoing {ongoing} scheduled {scheduled} postponed {postponed} rescheduled {rescheduled} cancelled {cancelled} other {{status}}}',
  'timeline.reportedTo': 'reported to {day}',
  'timeline.reportedToAndPlanned': 'reported to {day} · planned beyond this line',
  'timeline.highestBar': 'Highest bar: {count, plural, one {# event} other {# events}}, {when}.',
  'timeline.notDrawn': 'Not drawn:',
  'timeline.eventsBeyond': '{count, plural, one {# event {when}} other {# events {when}}}',
  'timeline.undated':
    '{count, plural, one {# event without a known date, counted in every window} other {# events without a known date, counted in every window}}',
  'timeline.noEvents': 'The story has no events, so there is no timeline.',
  'timeline.noDates': 'No event of this story has a date, so there is no timeline.',
  'timeline.noDrawnDates':
    'There is no timeline: no event of this story begins or ends within the years it can show, {years}.',
  'timeline.play': 'Play',
  'timeline.pause': 'Pause',
  'timeline.chooseDates': '{window}, choose the dates',
  'timeline.speedAndStep': 'Speed and step',
  'timeline.step': 'Step',
  'timeline.stepOfWindow': 'the window’s length',
  'timeline.speed': 'Speed',
  'timeline.stepsPerSecond': '{count, plural, one {# step a second} other {# steps a second}}',
  'timeline.secondsPerStep':
    '{count, plural, one {one step a second} other {one step in # seconds}}',
  'timeline.cumulative': 'Cumulative',
  'timeline.presets': 'Length of the window',
  'timeline.preset.day': 'Day',
  'timeline.preset.week': 'Week',
  'timeline.preset.month': 'Month',
  'timeline.preset.year': 'Year',
  'timeline.preset.all': 'All',
  'timeline.zoomOut': 'Zoom out in time',
  'timeline.zoomIn': 'Zoom in in time',
  'timeline.from': 'From',
  'timeline.to': 'To',
  'timeline.show': 'Show',
  'timeline.datesHint':
    'A day, month, year or time, such as 2025-12-17, 2025-12 or 2025-12-17T18:30. Both dates are included. Times are in {zone}.',
  'timeline.endBeforeStart': '“{to}” lies before “{from}”. The end must not be before the start.',
  'timeline.outsideSpan': 'The timeline shows {span}. A date within it was expected.',
  'timeline.openBound': '“{text}” has no bound on this side. A date was expected.',

  // List, article, filters and search.
  'list.name': 'Events',
  'list.section': 'Events in words',
  'list.where': 'in this period and map area',
  'list.counting': 'Counting …',
  'list.previous': 'Counting … Previous result:',
  'list.order': 'Oldest first',
  'list.more': 'Show more ({shown, number} of {total, number})',
  'list.none':
    'No event in this period and map area. Choose a longer period, or show all on the map.',
  'list.elsewhere': 'Elsewhere, or at other times',
  'list.elsewhereName': 'Events elsewhere or at other times',
  'list.needsScript':
    '{count, plural, one {# more event is} other {# more events are}} listed with JavaScript.',
  'step.previous': '‹ Previous',
  'step.next': 'Next ›',
  'step.position': '{position, number} of {total, number}',
  'step.total': '{total, number} in all',
  'filters.categories': 'Categories',
  'search.name': 'Search events',
  'search.placeholder': 'Search',
  'search.progress': 'Searching',
  'search.running':
    'Searching, {percent, number} % done. The events below are from before the search.',
  'search.large':
    'A search of this story fetches {files, plural, one {# file} other {# files}} of details. The events below are not searched.',
  'search.missed':
    'The search left out {files, plural, one {# file} other {# files}} of details that could not be read.',
  'search.all': 'Search all',
  'search.cancel': 'Cancel',
  'details.failed':
    'The details of {count, plural, one {# event} other {# events}} in sight could not be read.',
  'details.late':
    'The details of {count, plural, one {# event} other {# events}} in sight have not arrived yet. The server is slow.',
  'details.none': 'The server sent no details.',
  'details.again': 'Try again',
  'entry.failed': 'Details could not be read',
  'entry.late': 'Waiting for details',
  'entry.planned': 'planned {date}',
  'entry.near': 'near {place}',
  'entry.unplaced': 'without a place',
  'article.close': 'Close',
  'article.fetching': 'Fetching the details …',
  'article.failed': 'The details of this event could not be read.',
  'article.unfollowed': 'The events that this one links to could not be looked up.',
  'article.warning': 'Content warning.',
  'article.showText': 'Show the text',
  'article.involved': 'Involved:',
  'article.regionOnly':
    'The place is known only to the region. The dashed shape shows the region, not a point.',
  'article.countryOnly':
    'The place is known only to the country. The dashed shape shows the country, not a point.',
  'article.note': 'Note.',
  'article.source': 'Source:',
  'article.noSource': 'No source is named.',
  'article.archived': 'archived copy',
  'media.showImage': 'Show the image (from {host})',
  'media.showVideo': 'Show the video (from {host})',
  'media.showAudio': 'Show the recording (from {host})',
  'media.failed': 'This file can’t be shown here. The link leads to it.',
  'status.ongoing': 'Ongoing',
  'status.scheduled': 'Planned',
  'status.postponed': 'Postponed',
  'status.rescheduled': 'Rescheduled',
  'status.cancelled': 'Cancelled',
  'evidence.claimed': 'Claimed',
  'evidence.corroborated': 'Corroborated',
  'evidence.verified': 'Verified',
  'evidence.disputed': 'Disputed',
  'evidence.retracted': 'Retracted',
  'precision.district': 'Place: district',
  'precision.region': 'Place: region',
  'precision.country': 'Place: country',
  'badge.approximate': 'Date approximate',
  'badge.offTimeline': 'Not on the timeline',
  'badge.unplaced': 'No place given',
  'stance.asserts': 'Statement:',
  'stance.acknowledges': 'Acknowledgement:',
  'stance.denies': 'Denial:',
  'stance.disputes': 'Dispute:',
  'role.venue': 'Venue:',
  'role.target': 'Target:',
  'role.origin': 'Origin:',
  'role.route': 'Route:',
  'role.affected': 'Also affected:',
  'role.speaker': 'Said at:',
  'relation.follows': 'Follows',
  'relation.followed-by': 'Followed by',
  'relation.part-of': 'Part of',
  'relation.includes': 'Includes',
  'relation.responds-to': 'Responds to',
  'relation.answered-by': 'Answered by',
  'relation.same-place': 'Also here',
  'figure.atLeast': 'at least {min}',
  'figure.atMost': 'at most {max}',
  'figure.about': 'about {best}',
  'figure.withBest': '{range}, best estimate {best}',
  'figure.none': 'number not given',

  // Page: masthead, notices, loading, failures, credits.
  'page.title': '{title} – Datelines',
  'page.zone': 'times in {zone}',
  'borders.un': 'borders as recognised by the UN General Assembly',
  'borders.defacto': 'borders by actual control',
  'borders.iso': 'areas as ISO 3166-1 lists them',
  'borders.in': 'borders as India draws them',
  'borders.cn': 'borders as China draws them',
  'credits.sources': 'Sources: {count, number}',
  'credits.basemap': 'Base map: Natural Earth, GeoNames',
  'credits.picture': 'Datelines · Natural Earth, GeoNames',
  'credits.licences': 'Licences',
  'credits.open': 'Open full map ↗',
  'notes.name': 'Notes',
  'notes.rejected':
    '{rejected, number} of {read, plural, one {# record} other {# records}} could not be shown',
  'notes.problems': '{count, plural, one {# problem} other {# problems}}',
  'notes.warnings': '{count, plural, one {# warning} other {# warnings}} about the records shown',
  'notes.address': '{count, plural, one {# part} other {# parts}} of the address left out',
  'notes.leftOut': 'There are more problems than this list holds.',
  'problem.file': 'The file',
  'problem.record': 'Record {record}',
  'problem.noValue': 'no value',
  'problem.more': '… and {count, number} more',
  'loading.fetch': 'Fetching the story …',
  'loading.read': 'Reading the story …',
  'loading.import': 'Converting the file to a story …',
  'loading.build': 'Building the index of events …',
  'loading.records': '{count, plural, one {# record} other {# records}} read',
  'loading.bytes': '{count, plural, one {# byte} other {# bytes}}',
  'loading.megabytes': '{number} MB',
  'loading.share': '{loaded} of {total}',
  'loading.silent': 'The server sends nothing at the moment. It may be busy or out of reach.',
  'loading.silence': 'No byte for {seconds, plural, one {# second} other {# seconds}}.',
  'loading.cancel': 'Cancel',
  'loading.again': 'Try again',
  'failure.title': 'This story could not be shown',
  'failure.address': 'Address:',
  'failure.again': 'Try again',
  'failure.home': 'Open the story of this site',
  'failure.cancelled': 'Opening the story was cancelled.',
  'part.late': 'This part of the page has not arrived yet. The server may be slow.',
  'part.reload': 'Reload the page',
  'part.failed': 'This part of the page could not be fetched.',
  'part.again': 'Try again',
  'file.open': 'Open file',
  'file.input': 'Files to open',
  'file.failed': 'The file could not be opened. {reason}',
  'file.folder': '"{name}" is a folder. Expected a file, or several that belong together.',
  'download.open': 'Download',
  'embed.open': 'Embed',

  // Frame and address.
  'address.unknown': 'This page has no such parameter.',
  'address.noReader': 'This part of the page could not be fetched, so dates can’t be read.',
  'address.story': 'Expected a story’s id.',
  'address.noStory': 'This site has no such story.',
  'address.src': 'Expected an http or https address.',
  'address.event': 'Expected an event’s id.',
  'address.noEvent': 'This story has no such event.',
  'address.eventFailed': 'The event could not be looked up. {reason}',
  'address.at': 'Expected "lng,lat,zoom", such as 31.2,48.4,5.',
  'address.q': 'Expected up to 500 characters.',
  'address.lang': 'Expected a language tag, such as uk or pt-BR.',
  'address.choice': 'Expected one of {values}.',
  'address.reversed': 'The end comes before the start.',
  'address.noTimeline': 'This story has no timeline.',
  'address.noCategory': 'This story has no such category.',
  'address.bounds': 'Expected a date or timestamp with both bounds known.',
  'address.years': 'Expected a date within the years {first} to {last}.',
  'address.noProperty': 'This page has no such property.',
  'address.faces': 'Expected font names, such as Georgia, serif.',
  'address.radius': 'Expected a length, such as 4px.',
  'address.shadow': 'Expected none.',
  'address.colour': 'Expected a colour, such as #1b64ac or light-dark(#1b64ac, #59a3e6).',
  'basemap.noAddress': 'This is not an address.',
  'basemap.otherHost':
    'The base map is on another host ({host}) than the page and its story, so it is not fetched.',
} as const;

export const dialogs = {
  // Download.
  'dialog.close': 'Close',
  'download.title': 'Download',
  'download.events': 'Events',
  'download.all': 'The whole story',
  'download.screen': 'What is on the screen ({count, plural, one {# event} other {# events}})',
  'download.format': 'Format',
  'download.original': 'The original file:',
  'download.preparing': 'Preparing the file …',
  'download.failed': 'The file could not be prepared: {reason}',
  'download.done': '{name} is made from {count, plural, one {# record} other {# records}}.',
  'download.losing': '{format} can’t hold all of it',
  'download.lost': 'What {format} leaves out',
  'download.records': '{count, plural, one {# record} other {# records}}',
  'download.first': 'First in “{title}”',
  'download.save': 'Save file',
  'download.saveAnyway': 'Save without these',

  // Embed.
  'embed.title': 'Embed',
  'embed.local':
    'This story was opened from a file and exists on this device only, so it can’t be embedded. Put the file on a web server and open it by its address.',
  'embed.code': 'Code',
  'embed.copy': 'Copy',
  'embed.copied': 'Copied.',
  'embed.notCopied':
    'The browser did not allow copying. The code is selected: press Ctrl+C, or ⌘C.',
  'embed.preview': 'Preview',
  'embed.form': 'Form',
  'embed.iframe': 'Iframe',
  'embed.iframeAbout': 'Plain HTML, no script on your page',
  'embed.element': 'Element',
  'embed.elementAbout': 'With a script of this site; fits its height',
  'embed.link': 'Link',
  'embed.linkAbout': 'The address of the map as a page',
  'embed.keep': 'Keep',
  'embed.dates': 'Dates',
  'embed.view': 'Map view',
  'embed.viewAbout': 'Otherwise the map opens on the events',
  'embed.picks': 'Selected event, categories and search',
  'embed.height': 'Height',
  'embed.fit': 'Fit the height to the width',
  'embed.heightName': 'Height in pixels',
  'embed.heightRange': '{least, number} to {most, number} pixels',
  'embed.theme': 'Theme',
  'embed.themeAuto': 'As the reader’s device',
  'embed.themeLight': 'Light',
  'embed.themeDark': 'Dark',
  'embed.language': 'Language',

  // Report and opening files.
  'report.bar': 'Opened file',
  'report.line':
    '{format}: {read, plural, one {# record} other {# records}} read, {written, number} shown, {rejected, number} rejected.',
  'report.reasons': 'Reasons: {reasons}.',
  'report.local': 'The file is on this device only, so its address can’t be shared.',
  'report.open': 'Report',
  'report.title': 'Report on {name}',
  'report.format': 'Format',
  'report.formatAuto': 'detected from the content',
  'report.dayOrder': 'Dates such as 3/4/2025',
  'report.dayOrderAuto': 'detected from the content',
  'report.dayFirst': 'day first',
  'report.monthFirst': 'month first',
  'report.zone': 'Times without a zone',
  'report.again': 'Read again',
  'report.save': 'Save the report',
  'problems.name': 'Problems',
  'problems.show': 'Show',
  'problems.all': 'all',
  'problems.errors': 'errors',
  'problems.warnings': 'warnings',
  'problems.code': 'Code',
  'problems.codeCount': '{code} ({count, number})',
  'problems.contains': 'Contains',
  'problems.count': '{shown, number} of {total, number}',
  'problems.record': 'Record',
  'problems.field': 'Field',
  'problems.value': 'Value',
  'problems.message': 'Message',
  'problems.more': 'Show more ({shown, number} of {total, number})',
  'problems.leftOut': '{count, plural, one {# more is} other {# more are}} in the saved report.',
  'problems.none': 'No problems found.',
  'drop.hint': 'Drop a file to open it here. It stays on this device.',
  'drop.failed': 'The file could not be opened',
} as const;

export const reading = {
  // The story file: problems that the model finds.

  // Tables and other files: notes and problems of formats.

  // Writing a story in other formats.

  // Opening a story: what can't be fetched or shown.
  'world.notFetched': 'The file {name} of the map could not be fetched: {reason}',
} as const;

/** The map's note on each disputed area, by its id in `geo/worldviews.json`: who administers it, who
 * claims it, and the resolutions behind that. */
export const areas = {
  crimea:
    'Crimea and Sevastopol: part of Ukraine (General Assembly resolution 68/262); under Russian control since 2014.',
  'jammu-kashmir':
    'Jammu and Kashmir and Ladakh: administered by India, claimed by Pakistan. Final status not agreed by India and Pakistan; Security Council resolutions 47 (1948) and 91 (1951). The line between the parts is the Line of Control.',
  'azad-kashmir':
    'Azad Kashmir and Gilgit-Baltistan: administered by Pakistan, claimed by India. Final status not agreed by India and Pakistan; Security Council resolutions 47 (1948) and 91 (1951). The line between the parts is the Line of Control.',
  siachen:
    'Siachen Glacier: held by India, claimed by Pakistan; the Line of Control of 1972 ends south of it.',
  'aksai-chin': 'Aksai Chin: administered by China, claimed by India as part of Ladakh.',
  shaksgam:
    'Shaksgam: administered by China, ceded to it by Pakistan in the agreement of 1963, claimed by India.',
  'arunachal-pradesh':
    'Arunachal Pradesh: a state of India, most of it claimed by China as southern Tibet; the line of 1914 is not agreed.',
  golan:
    'Golan Heights: part of Syria (Security Council resolutions 242 and 497); occupied by Israel since 1967.',
  'west-bank':
    'West Bank: State of Palestine, observer state (General Assembly resolution 67/19); occupied by Israel since 1967.',
  gaza: 'Gaza Strip: State of Palestine, observer state (General Assembly resolution 67/19).',
  'east-jerusalem':
    'East Jerusalem: occupied Palestinian territory (Security Council resolutions 478 and 2334); under Israeli control since 1967. The line is generalised.',
  'western-sahara-west':
    'Western Sahara west of the berm: non-self-governing territory (General Assembly resolution 34/37); under Moroccan control.',
  'western-sahara-east':
    'Western Sahara east of the berm: non-self-governing territory (General Assembly resolution 34/37); held by the Polisario Front.',
  kosovo:
    'Kosovo: status under Security Council resolution 1244 (1999); declared independence in 2008; not a member of the United Nations.',
  'northern-cyprus':
    'Northern Cyprus: part of Cyprus (Security Council resolutions 541 and 550); not under the control of its government since 1974.',
  taiwan:
    'Taiwan: counted to China by the United Nations (General Assembly resolution 2758); governed separately since 1949.',
  abkhazia:
    'Abkhazia: part of Georgia (General Assembly resolution 63/307); not under the control of its government.',
  'south-ossetia':
    'South Ossetia, Tskhinvali region: part of Georgia (General Assembly resolution 63/307); not under the control of its government.',
  transnistria:
    'Transnistria: part of Moldova (General Assembly resolution 72/282); not under the control of its government.',
  somaliland:
    'Somaliland: part of Somalia; declared independence in 1991; not a member of the United Nations.',
  paracel: 'Paracel Islands: held by China, claimed by Viet Nam.',
  spratly:
    'Spratly Islands: held in parts by Viet Nam, the Philippines, China, Malaysia and Taiwan, which claim them.',
} as const;
