/**
 * Every sentence a reader can see, in English. A second language is a file beside this one with the
 * same groups and keys (`uk.ts`, `ar.ts`); it is found by its name.
 *
 * Messages are ICU MessageFormat: `{name}` is replaced, `{count, plural, one {# event} other
 * {# events}}` chooses by the language's plural rules and writes the number in its digits. Values
 * arrive written out (dates, distances) unless a plural counts them. `{surface, select, page {…} other
 * {…}}` says a thing in the words of the page or of the command line. A key is `part.what`; a group
 * is what travels together: `page` with every page, `tools` when the timeline is first used, `dialogs`
 * when one is opened, `reading` with what reads files and finds their problems, `areas` with the map's
 * own ground.
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
  'map.outsideCut': '{title}, {distance} {towards}, outside the view, {date}',
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
  'map.placeCount': '{place} · {count, number}',
  'map.mix': '{events}: {mix}',
  'map.mixPart': '{number} {category}',
  'map.mixOthers': '{number} others',
  'map.unplaced': '{count, plural, other {# without a place}}',
  'map.useControl': 'Use Ctrl + scroll to zoom the map',
  'map.useCommand': 'Use ⌘ + scroll to zoom the map',
  'map.useTwoFingers': 'Use two fingers to move the map',
  'map.noGround': 'The base map could not be loaded',
  'map.groundEnd': 'The bundled map has no finer coasts, rivers or streets than these.',
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
  'timeline.reportedTo': 'reported to {day}',
  'timeline.reportedToAndPlanned': 'reported to {day} · planned beyond this line',
  'timeline.bars': 'Events in order of time',
  'timeline.columns': 'Counts by date',
  'timeline.column': '{count, plural, one {# event} other {# events}}, {when}',
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
  'timeline.presets': 'Length of the window',
  'timeline.preset.minute': 'Minute',
  'timeline.preset.minute5': '5 min',
  'timeline.preset.minute15': '15 min',
  'timeline.preset.hour': 'Hour',
  'timeline.preset.day': 'Day',
  'timeline.preset.week': 'Week',
  'timeline.preset.month': 'Month',
  'timeline.preset.year': 'Year',
  'timeline.preset.year10': 'Decade',
  'timeline.preset.year100': 'Century',
  'timeline.preset.all': 'All',
  'timeline.zoomOut': 'Zoom out in time',
  'timeline.zoomIn': 'Zoom in in time',

  // List, article, filters and search.
  'list.name': 'Events',
  'list.section': 'Events in words',
  'list.where': 'in this period and map area',
  'list.split': '{here, number} here and {unplaced, number} without a place',
  'list.unplaced': 'Without a place',
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
  'filters.more': '{count, number} more',
  'filters.fewer': 'Fewer',
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
    'The details of {count, plural, one {# event} other {# events}} could not be read.',
  'details.late':
    'The details of {count, plural, one {# event} other {# events}} have not arrived yet. The server is slow.',
  'details.none': 'The server sent no details.',
  'details.again': 'Try again',
  'entry.failed': 'Details could not be read',
  'entry.late': 'Waiting for details',
  'entry.planned': 'planned {date}',
  'entry.postponed': 'postponed, was {date}',
  'entry.rescheduled': 'rescheduled to {date}',
  'entry.cancelled': 'cancelled, was {date}',
  'entry.retracted': '{date}, retracted',
  'entry.near': 'near {place}',
  'article.close': 'Close',
  'place.list': 'Events at this place',
  'place.unnamed': 'One place',
  'place.overTime': 'Over time, {window}',
  'article.fetching': 'Fetching the details …',
  'article.failed': 'The details of this event could not be read.',
  'article.unfollowed': 'The events that this one links to could not be looked up.',
  'article.warning': 'Content warning.',
  'article.showText': 'Show the text',
  'article.category': 'Category:',
  'article.involved': 'Involved:',
  'article.regionOnly':
    'The place is known only to the region. The dashed shape shows the region, not a point.',
  'article.countryOnly':
    'The place is known only to the country. The dashed shape shows the country, not a point.',
  'article.note': 'Note.',
  'article.leftovers': 'Also in the file',
  'article.moreLeftovers': 'Show all {count, number}',
  'article.sources': '{count, plural, one {Source} other {Sources}}',
  'article.noSource': 'No source is named.',
  'article.archived': 'archived copy',
  'media.showImage': 'Show the image (from {host})',
  'media.showVideo': 'Show the video (from {host})',
  'media.showAudio': 'Show the recording (from {host})',
  'media.showOwnImage': 'Show the image',
  'media.showOwnVideo': 'Show the video',
  'media.showOwnAudio': 'Show the recording',
  'media.other': '{type}: {title}',
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
  'badge.unmapped': 'Not on the map',
  'badge.unplaced': 'No place given',
  'claim.asserts': '{by}:',
  'claim.acknowledges': '{by}, acknowledging:',
  'claim.denies': '{by}, denying:',
  'claim.disputes': '{by}, disputing:',
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
  'page.about': 'About this story',
  'borders.un': 'borders as recognised by the UN General Assembly',
  'borders.defacto': 'borders by actual control',
  'borders.iso': 'areas as ISO 3166-1 lists them',
  'borders.in': 'borders as India draws them',
  'borders.cn': 'borders as China draws them',
  'credits.sources': 'Sources: {count, number}',
  'credits.basemap': 'Base map: Natural Earth, GeoNames',
  'credits.picture': 'Datelines · Natural Earth, GeoNames',
  'credits.licence': 'Licence:',
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
  'problem.moreAlike':
    '{count, plural, one {… and # more record like these} other {… and # more records like these}}',
  'problem.more': '… and {count, number} more',
  'loading.fetch': 'Fetching the story …',
  'loading.read': 'Reading the story …',
  'loading.import': 'Converting the file to a story …',
  'loading.build': 'Building the index of events …',
  'loading.records': '{count, plural, one {# record} other {# records}} read',
  'loading.recordsOf':
    '{read, number} of about {all, plural, one {# record} other {# records}} read',
  'loading.partial':
    'Reading the rest of the file. Map, timeline and list show its first {shown, plural, one {record} other {# records}} so far.',
  'loading.stop': 'Stop reading and keep what is read',
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
  'file.otherChoices':
    '"{name}" has the choices for a file called {base}. Open the two together, or the file first.',
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

export const tools = {
  // Forms of the timeline.
  'timeline.step': 'Step',
  'timeline.speed': 'Speed',
  'timeline.stepsPerSecond': '{count, plural, one {# step a second} other {# steps a second}}',
  'timeline.secondsPerStep':
    '{count, plural, one {one step a second} other {one step in # seconds}}',
  'timeline.cumulative': 'Cumulative',
  'timeline.from': 'From',
  'timeline.to': 'To',
  'timeline.show': 'Show',
  'timeline.datesHint':
    'A day, month, year or time, such as 2025-12-17, 2025-12 or 2025-12-17T18:30. Both dates are included. Times are in {zone}.',
  'timeline.endBeforeStart': '“{to}” lies before “{from}”. The end must not be before the start.',
  'timeline.outsideSpan': 'The timeline shows {span}. A date within it was expected.',
  'timeline.openBound': '“{text}” has no bound on this side. A date was expected.',
  'timeline.stepFitting': 'automatic',

  // Play.
  'play.now': '{date}: {title}',
  'play.outside': '{text} (outside the map)',
  'play.more': '{text} · {count, plural, one {# more event} other {# more events}}',
  'play.came': '{when}: {count, plural, =0 {no new event} one {# new event} other {# new events}}',
  'play.mix': '{text} ({mix})',
  'play.mostly': '{text}, mostly {place}',

  // Tooltips.
  'tooltip.ongoing': '{date}, ongoing',
  'tooltip.more': '{count, plural, one {# more category} other {# more categories}}',
} as const;

export const dialogs = {
  // The stories of a site.
  'stories.name': 'Stories',
  'stories.all': '{count, plural, one {# story} other {All # stories}}',

  // Download.
  'dialog.close': 'Close',
  'file.bar': 'File of this device',
  'file.title': 'Title',
  'file.close': 'Close file',
  'file.notKept': 'This browser does not keep the file: after a reload it has to be opened again.',
  'sheet.higher': 'Make the article larger',
  'sheet.lower': 'Make the article smaller',
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
    'This story was opened from a file and is on this device only. To embed it, put it where pages can fetch it:',
  'embed.localSave':
    'Save it: close this dialog, press Download and choose all events as GeoJSON, or take the file you opened.',
  'embed.localUpload':
    'Put the file on a web server that readers reach. If that is another host than this page’s, it must send “Access-Control-Allow-Origin: *” with the file.',
  'embed.localAddress': 'Enter the address at which the file will stand:',
  'embed.address': 'Address of the file',
  'embed.addressWrong': 'Expected an address that begins with https:// or http://',
  'embed.localCopy': 'Copy the code below into your page. It works once the file is there.',
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
  'report.places':
    'Places found by name: {placed}{proposed, plural, =0 {} other {, # proposed}}{open, plural, =0 {} other {, # not placed}}.',
  'report.chosen': '{count, plural, one {# place} other {# places}} chosen by you.',
  'places.title': 'Places to be settled',
  'places.hint':
    'These names may mean several places. What you choose holds for all records with the name; “none of these” leaves them without a place.',
  'places.more': 'Show more ({shown, number} of {total, number})',
  'places.name':
    '{name}, {count, plural, one {# record} other {# records}}{state, select, chosen {, chosen by you} declined {, left without a place by you} proposed {, the first is proposed} other {}}',
  'places.none': 'None of these',
  'places.undo': 'Not chosen',
  'places.unknown':
    '{count, plural, one {# name is} other {# names are}} not in the gazetteer: {names}',
  'places.kind':
    '{kind, select, country {country} region {region} settlement {settlement} district {part of a settlement} area {area} water {water} other {site}}',
  'places.people': '{count, plural, one {# person} other {# people}}',
  'places.map': 'Where the candidates for {name} lie',
  'report.local': 'The file is on this device only, so its address can’t be shared.',
  'report.open': 'Report',
  'report.title': 'Report on {name}',
  'report.format': 'Format',
  'report.formatAuto': 'detected from the content',
  'report.dayOrder': 'Dates such as 3/4/2025',
  'report.dayOrderAuto': 'detected from the content',
  'report.dayFirst': 'day first',
  'report.monthFirst': 'month first',
  'report.yearFirst': 'year first',
  'report.zone': 'Times without a zone',
  'report.decimal': 'Fractions',
  'report.decimalAuto': 'detected from the content',
  'report.point': 'after a point: 1.5',
  'report.comma': 'after a comma: 1,5',
  'report.century': 'First year for years of two digits',
  'report.crs': 'Reference system of coordinates',
  'report.sheet': 'Sheet or list',
  'report.geocode': 'Places by name',
  'report.geocodeAuto': 'where there are no positions',
  'report.geocodeStrict': 'where one place stands clear',
  'report.geocodePropose': 'the likeliest as a proposal',
  'report.geocodeOff': 'not looked up',
  'report.encoding': 'Encoding',
  'report.zoneExpected': 'Expected a name such as Europe/Kyiv.',
  'report.reading': 'Reading: {count, plural, one {# record} other {# records}} so far',
  'report.cancel': 'Cancel',
  'report.cancelled': 'The reading was cancelled. The map shows the one before.',
  'report.notRead': 'By these choices nothing can be shown.',
  'report.remembered': 'Read with the choices made for a file with the same columns.',
  'report.anew': 'Begin anew',
  'report.status':
    '{written, plural, one {# event} other {# events}}, {rejected, plural, =0 {all records are read} other {# not read}}',
  'report.choices': 'Save these choices',
  'columns.name': 'Columns and what they mean',
  'columns.hint':
    'Choose what each column means; the map follows at once. A column that means nothing to the map is kept with each event.',
  'columns.meaning': 'Meaning of {column}',
  'columns.role':
    '{field, select, when {date} start {first date} end {last date} time {time of day} year {year} month {month} day {day} endYear {last year} endMonth {last month} endDay {last day} hour {hour} minute {minute} second {second} title {title} summary {text} category {category} place {place name} region {region} country {country} lat {latitude} lng {longitude} latlng {latitude, longitude} lnglat {longitude, latitude} pair {position} wkt {shape as WKT} actors {actors} source {source} url {link} status {status} evidence {evidence} id {id} figure {figure} other {not used}}',
  'columns.asCommand': 'The same on the command line',
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
  'problems.moreAlike': 'Show {count, number} more like these',
  'problems.alike':
    '{count, plural, one {# record has this problem in {field}} other {# records have this problem in {field}}}.',
  'problems.more': 'Show more ({shown, number} of {total, number})',
  'problems.leftOut': '{count, plural, one {# more is} other {# more are}} in the saved report.',
  'problems.none': 'No problems found.',
  'drop.hint': 'Drop a file to open it here. It stays on this device.',
  'drop.failed': 'The file could not be opened',
  'drop.choose': 'Choose how it is read',
} as const;

export const reading = {
  // The story file: problems that the model finds.
  'problem.expected': '{field} is {value}; expected {expected}.',
  'value.list': 'a list',
  'value.object': 'an object',
  'value.missing': 'missing',
  'expected.positionSwapped':
    'longitude -180 to 180, then latitude -90 to 90 (are the two swapped?)',
  'expected.coordinate':
    '{axis, select, lng {a longitude -180 to 180} other {a latitude -90 to 90}}',
  'expected.coordinateSwapped':
    '{axis, select, lng {a longitude -180 to 180} other {a latitude -90 to 90}} (with {field} {text}: are the two swapped?)',
  'expected.category': 'an object with an id and a label',
  'expected.categoryId': "the id of one of the story's categories",
  'expected.oneOf': 'one of {names}',
  'expected.color': 'a CSS colour such as #2a6f97, rgb(42 111 151) or teal',
  'expected.geometry': 'an object with type and coordinates',
  'expected.geometries': 'a list of geometries',
  'expected.shallowCollections': 'fewer levels of collections',
  'expected.positions': 'a list of positions',
  'expected.listsOfPositions': 'a list of lists',
  'expected.line': 'two positions or more',
  'expected.ringLength': 'four positions or more',
  'expected.closedRing': 'a ring that ends where it starts',
  'expected.position': 'a longitude and a latitude, two plain numbers',
  'expected.positionRange': 'longitude -180 to 180, then latitude -90 to 90',
  'expected.linkAddress':
    'a whole http, https or mailto address without a user name or hidden characters',
  'expected.bbox': 'four numbers (west, south, east, north), or six with heights',
  'expected.place': 'an object such as \'{\'"name": "Berlin", "precision": "settlement"\'}\'',
  'expected.radius': 'metres, more than 0 and at most {farthest}',
  'expected.country': 'a country code of ISO 3166-1 in two capital letters, such as DE',
  'expected.text': 'a string, or one string per language',
  'expected.list': 'a list',
  'expected.object': 'an object',
  'expected.recordTitle': 'one line of text, or one per language',
  'expected.recordId': 'text of its own',
  'expected.sources': 'an object with sources by id',
  'expected.sourceId': "the id of one of the story's sources ({ids})",
  'expected.media': 'an object with type, url and alt',
  'expected.source': 'an object with a title',
  'expected.edtf': 'EDTF text',
  'expected.actor': 'an object with a name',
  'expected.assessment': 'an object with by, stance and text',
  'expected.measure': 'an object with a measure',
  'expected.ascending': 'min, best and max in ascending order',
  'expected.link': 'an object with rel and event',
  'expected.numberOrNone': 'a number, or no member if it is unknown',
  'expected.features': 'a list of features',
  'expected.storyTitle': 'one line that names the story',
  'expected.dayOrTimestamp': 'a day or timestamp such as 2025-12-18',
  'expected.jsonFgTime': 'an object such as \'{\'"date": "2025-12-17"\'}\'',
  'expected.interval': 'a list of start and end, either ".." where it is open',
  'expected.timestamp': 'a timestamp such as 2025-12-17T10:30:00Z',
  'expected.dateOrTimestamp':
    'a date such as 2025-12-17 or a timestamp such as 2025-12-17T10:30:00Z',
  'expected.dayNotCoarser': 'a day such as 2025-12-17; coarser dates go in properties.when',
  'expected.day': 'a day such as 2025-12-17',
  'json.endOfFile': 'the end of the file',
  'json.memberName': 'a member name in double quotes',
  'json.endOfString': 'the end of the string, or a valid escape',
  'json.value': 'a value',
  'json.noMore': 'nothing more',
  'json.commaOrClose': '"," or "{close}"',
  'json.objectOrList': 'a JSON object or list',
  'time.changeInDay': '{clock} to {nextClock} on {day}',
  'time.changeOverDays': '{day} {clock} to {nextDay} {nextClock}',
  'time.clocksBack':
    '{text} occurs twice in {zone}, where the clocks go from {change}; it can mean {first} or {last}, and the event covers both',
  'time.clocksForward':
    '{text} does not occur in {zone}, where the clocks go from {change}; it can mean {first} or {last}, and the event covers both',
  'time.mixedInterval':
    '{field} joins a date and a timestamp; JSON-FG expects two of the same kind.',
  'time.endBeforeStart':
    '{field} ends before it starts ({value}); expected the earlier date first.',
  'time.readWithOffset':
    '{field} is {value}, read with its offset; JSON-FG expects UTC, with Z at the end.',
  'time.readInZone': '{field} is {value}, read in {zone}; JSON-FG expects UTC, with Z at the end.',
  'time.clockChange': '{field} is {text}: {change}.',
  'check.duplicateId':
    'Record {record} repeats the id "{id}" of record {earlier}; expected an id of its own.',
  'check.selfLink': 'The event links to itself; expected the id of another event.',
  'check.brokenLink':
    'A link names "{event}", which is not the id of an event that can be shown; expected one that is.',
  'check.scheduledInPast': 'The status is scheduled, but the date is before the story’s asOf date.',
  'check.happenedInFuture':
    'The status says that the event happened, but its date is after the story’s asOf date.',
  'check.duplicateEvent':
    'The record has the time, place and title of {earlier}; expected one record per event.',
  'check.swappedCoordinates':
    '{field} is [{lng}, {lat}], outside {country}; [{lat}, {lng}] is inside it. Expected longitude, then latitude (are the two swapped?).',
  'date.expectedDate':
    'a date such as 2025, 2025-12 or 2025-12-17, with ?, ~ or % where it is not sure',
  'date.notEdtf': 'is no EDTF date',
  'date.negativeYearZero': 'has a year zero with a minus',
  'date.expectedYearZero': '0000, which is 1 BC',
  'date.seasonWithDay': 'has a season with a day',
  'date.expectedSeason': 'a season such as 2025-24',
  'date.badMonth': 'has month {month}',
  'date.expectedMonthOrSeason': 'a month 01 to 12, or a season 21 to 41',
  'date.badDay': 'has day {day}',
  'date.empty': 'is empty',
  'date.expectedDay': 'a date such as 2025-12-17',
  'date.tooManySlashes': 'has {count} slashes',
  'date.expectedOneSlash': 'one between start and end',
  'date.notASet': 'is no set of dates',
  'date.expectedSet': "[1667,1668] for one of, '{'1667,1668'}' for all of",
  'date.badSetMember': 'has "{member}" as a member',
  'date.expectedSetMember': 'dates, or ranges such as 1670..1672',
  'date.expectedSeasonOrder': 'the earlier season first, or 25 to 32, which say the hemisphere',
  'date.endsBeforeStarts': 'ends before it starts',
  'date.expectedDateOrder': 'the earlier date first',
  'date.expectedUnspecifiedDay': 'XX for what is not known, as in 2025-12-17/2025-12-XX',
  'date.coarserEnd': 'has an end that is coarser than its start',
  'date.draft': 'is old EDTF (the 2012 draft)',
  'date.expectedUnknownEnd': 'nothing beside the slash, as in 2004/',
  'date.expectedOpenEnd': '.. beside the slash, as in 2004/..',
  'date.expectedUnspecifiedDigit': 'X for an unspecified digit, as in 199X',
  'date.expectedPartQualifiers': 'marks beside each part instead of parentheses, as in 2011-06-~04',
  'date.expectedPercentSign': '% for both ? and ~',
  'date.expectedCapitals': 'capitals, as in Y17E7',
  'date.notDateTime': 'is no date with a time',
  'date.expectedDateTime': 'a form such as 2025-12-17T10:30:00Z',
  'date.expectedMonth': '01 to 12',
  'date.expectedDayOfMonth': '01 to {days}',
  'date.badHour': 'has hour {hour}',
  'date.expectedHour': '00 to 23, or 24:00:00 for the end of the day',
  'date.badMinute': 'has minute {minute}',
  'date.expectedSixtieth': '00 to 59',
  'date.badSecond': 'has second {second}',
  'date.badOffset': 'has offset {text}',
  'date.expectedOffset': 'Z, or -12:00 to +14:00 without -00:00',
  'date.fault': '"{shown}" {what}; expected {expected}',
  'date.notYear': 'is no EDTF year',
  'date.expectedYear': 'a year such as Y170000002, Y17E7 or 1950S2',
  'date.shortYearWithY': 'has Y before a short year',
  'date.expectedYearDigits': 'four digits without Y, or more with it',
  'date.noSignificantDigits': 'has no significant digit',
  'date.expectedSignificantDigits': 'S1 or more',
  'date.notText': 'is no text',
  'category.other': 'Other',
  'category.duplicateId': '{path} repeats the id {id}; only the first one is used.',
  'category.tooMany':
    'The story has {size} categories; at most {mostCategories} are shown apart, the last ones as "Other".',
  'geometry.empty': '{field} has no positions; expected at least one, or null.',
  'geometry.nullIsland':
    '{field} is at 0, 0, off West Africa; missing coordinates are often written so.',
  'geometry.nestedCollection':
    '{field} is a collection within a collection; expected one level (RFC 7946 §3.1.8).',
  'geometry.singleCollection':
    '{field} is a collection of one geometry; expected that geometry itself.',
  'geometry.extraNumbers':
    '{field}.coordinates has a position of {count} numbers; expected two, or three with the height. The others are ignored.',
  'record.reservedMember':
    'A {kind} has the member "{name}", which RFC 7946 does not allow in it; expected another name.',
  'record.missingId': 'The record has no id; expected one. The id "{id}" is used.',
  'record.badId': 'The record has the id {value}; expected text. The id "{id}" is used.',
  'record.wrongType': 'The record has the type {type}; expected "Feature".',
  'record.notFeature': 'The record is {value}; expected an object of type "Feature".',
  'record.placeNotRead':
    'The record has its shape in place (JSON-FG), which is not read; expected geometry in WGS 84.',
  'record.missingDate':
    'The record has no date; expected time (such as \'{\'"date": "2025-12-17"\'}\') or properties.when (such as "2025-12-17").',
  'record.timeAgainstWhen':
    'properties.when is {value}, which is wholly outside time; time is used.',
  'record.dateNotDrawn':
    '{field} is {written}, which {how, select, before {lies before} after {lies after} other {reaches beyond}} the years that the timeline draws, {first} to {last}; the event is kept, listed and counted, but not drawn there.',
  'place.badRegion': '{path}[{at}] is {code}; expected a region code of ISO 3166-2, such as UA-43.',
  'file.notJson':
    'The file is not valid JSON: line {line}, column {column} has {found}; expected {expected}.',
  'source.noneDeclared': 'none is declared',
  'source.missingTitle': '{path} has no title; expected a line that names the source.',
  'media.missingAlt': "{path} has no alt; expected a description for people who can't see it.",
  'media.sensitive': 'Sensitive content',
  'statement.badNumber': '{path}.{name} is {came}; the entry is ignored.',
  'story.wrongType': 'The file has the type {type}; expected "FeatureCollection".',
  'story.notFeatureCollection':
    'The file is {value}; expected an object of type "FeatureCollection".',
  'story.otherCrs':
    'crs names another reference system; expected longitude and latitude in WGS 84.',
  'story.noFeatures': 'The story has no records.',
  'story.badTimeZone':
    'timeZone is {value}; expected an IANA name such as Europe/Kyiv. UTC is used.',
  'story.badLanguage': 'language is {value}; expected a BCP 47 tag such as en or uk. en is used.',
  'story.badBasemap': 'basemap is {value}; expected the address of a PMTiles file. It is ignored.',

  // Tables and other files: notes and problems of formats.
  'value.empty': 'empty',
  'expected.date': 'a date',
  'expected.wholeDate': 'a whole date, with month and day',
  'expected.nameOrDescription': 'a name or a description',
  'expected.positionNone': 'a position; the event has no place',
  'expected.endAfter': 'a date no earlier than {from}',
  'expected.clock': 'a time of day such as 14:30; the day is kept',
  'expected.number': 'a number; the text is kept',
  'expected.amountKnown': 'a known amount; numbers such as -99 and 9999 mean an unknown one',
  'expected.longitudeWrapped': 'a longitude -180 to 180; it is read as {wrapped}',
  'expected.numberBeside': 'a number beside {field} {text}',
  'table.firstTwoColumns': 'the first two non-empty columns of {columns}',
  'table.dayFirst':
    'Dates in {column} are read with the day first: "{text}" in record {record} shows this order, and no date contradicts it.',
  'table.monthFirst':
    'Dates in {column} are read with the month first: "{text}" in record {record} shows this order, and no date contradicts it.',
  'table.yearFirst':
    'Dates in {column} are read with the year first: "{text}" in record {record} shows this order, and no date contradicts it.',
  'table.mixedDayOrder':
    '{column} has days, months and years in different orders ("{first}", record {firstRecord}, and "{second}", record {secondRecord}); dates that can mean two days are rejected.',
  'table.missingColumns':
    'The table has no column {missing}, which {label} needs; it has {columns}.',
  'table.lackingColumns':
    'The table is read as {label} by its other columns, though it lacks {missing}; what they would say is not known.',
  'table.noHeader':
    'The first row ({shown}…) looks like data; expected column names. Add a row of names before it.',
  'table.expectedDateForm': 'a date such as 2025-12-17, 17 December 2025 or 20251217',
  'table.expectedFullYear':
    'a year of four digits, or a stated century ({surface, select, page {“First year for years of two digits”: with 2000, 17 is 2017} other {--century 2000 makes 17 the year 2017}})',
  'table.expectedDayOrder':
    'a stated order of day, month and year ({surface, select, page {“Dates such as 3/4/2025”} other {--day-order}}), because the date can mean two days',
  'table.expectedYearNotZero': 'a year other than 0, which no calendar of BC and AD has',
  'table.expectedLongYear': 'a year alone, because it has more than four digits',
  'table.expectedMonthOrYears':
    'one meaning: it can be {kind, select, season {{number, select, 21 {spring} 22 {summer} 23 {autumn} other {winter}} {year}} other {month {number} of {year}}}, or the years {year} to {last}, which {year}/{last} states',
  'table.expectedDecadeOrCentury':
    'one meaning: {text} can be the years {first} to {decade}, or {first} to {century}',
  'table.expectedRangeInOrder': 'a range whose end is no earlier than its start',
  'table.expectedNotSerial':
    'a date such as 2025-12-17; a spreadsheet keeps days as numbers like this, and writes dates once the column is formatted so',
  'table.expectedStartBeside': 'a date; this word can only stand for an end beside a start',
  'table.expectedClock': 'a time of day such as 14:30',
  'table.expectedZoneNotAbbreviation':
    'UTC, an offset such as +02:00 or a zone such as Europe/Kyiv, because {zone} is short for several zones, or for one with summer time or without',
  'table.expectedZoneName':
    'UTC, an offset such as +02:00 or a zone of the IANA database such as Europe/Kyiv; {zone} is none',
  'table.expectedOffset':
    'an offset such as +02:00, because the clocks of {zone} skip this time, show it twice or were set to the second',
  'table.expectedMonth': 'a month 1 to 12 (it has {month})',
  'table.expectedDayOfMonth': 'a day 1 to {days} in that month (it has {day})',
  'table.expectedClockAfterDate': 'a time of day such as 14:30 after the date',
  'table.unitRow':
    'The row below the names of the columns has units ({units}); it is skipped, because it is no record.',
  'table.hashtags':
    'A row of HXL hashtags says what the columns have; it is used, and it is no record.',
  'table.rowsAbove':
    '{count, plural, one {# row} other {# rows}} above the names of the columns {count, plural, one {is} other {are}} skipped.',
  'table.repeatedColumn':
    'Column {number} has the name "{given}" of an earlier one; it is renamed to "{name}".',
  'table.unnamedColumns':
    '{count, plural, one {# column has no name; it is named {names}.} other {# columns have no name; they are named {names}.}}',
  'table.openQuote':
    'The row of line {line} opens a quote that the file never closes; expected a second one.',
  'table.strayQuote':
    'The row of line {line} has text after a closing quote; expected a delimiter. The text is kept.',
  'table.extraCells':
    'The row of line {line} has {count} cells; expected {width}. The extra cells are kept.',
  'table.missingCells':
    'The row of line {line} has {count} cells; expected {width}. The missing cells are read as empty.',
  'table.guessedColumns':
    'Columns are chosen by their names: {guesses}. {surface, select, page {The menus of the columns set others.} other {--map sets others.}}',
  'table.foundByContent':
    '{column} is read as {field}, because {fitting} of its {filled} filled cells {kind, select, date {are dates} position {are positions} country {are countries} latitude {are latitudes} other {are longitudes}}. {surface, select, page {The menus of the columns set another.} other {--map {field}=COLUMN sets another.}}',
  'table.alsoFound': '{columns} have them too.',
  'table.projected':
    '{pair} look like projected coordinates, not degrees; expected their reference system. {surface, select, page {“Reference system of coordinates” names it.} other {--crs EPSG:N names it.}}',
  'table.noDateColumn':
    'No column has dates. {surface, select, page {Choose “date” in the menu of the column that has them.} other {--map when=COLUMN names one.}}',
  'table.noDateColumnBut':
    'No column is clearly the date. Some have dates in part of their cells: {columns}. {surface, select, page {Choose “date” in the menu of the column that has them.} other {--map when=COLUMN names one.}}',
  'table.noPositionColumn':
    'No column is clearly a position. {columns} have numbers that may be degrees. {surface, select, page {Choose “latitude” and “longitude” in the menus of two columns.} other {--map lat=COLUMN and --map lng=COLUMN name them.}}',
  'table.composedTitle':
    'No column has titles; they are composed from {firstTwo}. {surface, select, page {Choose “title” in the menu of another column to change that.} other {--map title=COLUMN sets another.}}',
  'table.titlesFromSummary':
    'No column has titles; they are the first sentences of {column}. {surface, select, page {Choose “title” in the menu of another column to change that.} other {--map title=COLUMN sets another.}}',
  'table.otherCoordinates':
    '{pair} look like coordinates too; {used} are used, and {pair} are kept unchanged.',
  'table.newYearOnly': 'Every date in {column} is 1 January; only the years are used.',
  'table.epoch':
    'Numbers in {column} are read as {unit} since 1970 UTC: "{text}" in record {record} is {date}.',
  'table.yearRanges':
    'Dates such as 2008-09 in {column} are read as years from 2008 to 2009: "{text}" in record {record} is such a range, and no date contradicts it.',
  'table.decades':
    '"{text}" in {column} (record {record}) is read as ten years, because other decades stand in the column.',
  'table.shortYears':
    'Years of one or two digits in {column} are read unchanged, because it has ancient years: "{text}" in record {record}. {surface, select, page {“First year for years of two digits” states another meaning.} other {--century states another meaning.}}',
  'table.shortTimes':
    'Times in {column} lack their leading zeros: "{text}" in record {record} is read as {clock}, because longer ones have hours and minutes.',
  'table.endWithoutStart':
    '{count, plural, one {# record has} other {# records have}} an end in {column} and no start; the start is left open.',
  'table.midnightOnly': 'Every time of day in {column} is midnight; only the days are used.',
  'table.coordinateOrder':
    '{pair} has the {first, select, latitude {latitude} other {longitude}} first: "{text}" in record {record} shows this order, and no position contradicts it.',
  'table.idNotUnique':
    'The column chosen for ids has "{text}" twice (record {record}); it is kept as a property instead.',
  'table.tooManyCategories':
    '{column} has more values than the {mostCategories} categories that are shown apart; the rest are shown as "Other".',
  'table.sentinels':
    '{column} has numbers such as −9999 in {count} rows, which often mean an unknown value; they are kept unchanged.',
  'table.hourWithoutDay':
    '{column} has an hour, but no column has the day; the hour is kept and the date is exact to the {unit, select, month {month} other {year}}.',
  'table.zoneAssumed': 'Times without a zone are read in UTC; expected a stated time zone.',
  'table.emptyTable': 'The table is empty; expected a row of column names.',
  'table.expectedTranslation': 'one of its texts in {name}@…, which are kept',
  'table.expectedNumber': 'a number',
  'table.badStoryCell':
    '{story} of record {record} is not a JSON object; expected the members of the story. It is ignored.',
  'table.differsFromEarlier':
    '{column} is {value} in record {record}, but {kept} in an earlier record; expected the same. The earlier value is used.',
  'table.differsFromStory':
    '{column} is {value}, but {kept} in the story column; expected the same. The story column is used.',
  'table.expectedCountry': 'a country by its code or English name; the text is kept',
  'table.expectedIsoCountry':
    'a country by its name or a code of letters, because nothing shows that the numbers are those of ISO 3166-1; the text is kept',
  'table.composedTitles':
    '{column} is empty in {count, plural, one {# row} other {# rows}}; a title is composed of what else the row says, such as "{title}" in record {record}.',
  'table.categoryLists':
    '{column} has several categories in {count, plural, one {# row} other {# rows}}, such as "{text}" in record {record}; the first is used, and the text is kept.',
  'geocode.candidate':
    '{name} ({kind, select, country {country} region {region} settlement {settlement} district {part of a settlement} area {area} water {water} other {site}}, {where})',
  'geocode.moreCandidates': '{names} and {more, plural, one {# more} other {# more}}',
  'geocode.expectedKnown': 'the name of a place that the gazetteer has; the event has no position',
  'geocode.expectedClear':
    'a name that stands for one place; it may be {candidates}; the event has no position',
  'geocode.proposed':
    'a name that stands for one place; it may be {candidates}; the first is written as a proposal',
  'geocode.counts':
    'Places were looked up by their names: {placed, plural, one {# event was} other {# events were}} placed where one place stands clear, {proposed, plural, one {# got} other {# got}} a proposal, {asked, plural, one {# has} other {# have}} a name of several places, {unknown, plural, one {# has} other {# have}} a name that is not known.',
  'geocode.chosenCounts':
    '{chosen, plural, one {# event has} other {# events have}} the place that was chosen for its name; {declined, plural, one {# stays} other {# stay}} without one by choice.',
  'geocode.noSuchChoice':
    'For the name "{key}" the place {choice} was chosen; the gazetteer has no such place of that name, only {known}. Choose one of them, or none.',
  'geocode.unusedChoice': 'A place was chosen for the name "{key}"; no record is looked up by it.',
  'geocode.notUsed':
    'No place was looked up by its name: no record of {label} has the name of a place and lacks a position.',
  'geocode.tooManyNames':
    'The file has more than {mostNames} different names of places; those after them are not looked up.',
  'geocode.failed':
    'The gazetteer could not be read ({reason}); no event was placed by the name of its place.',
  'table.unknownField': 'There is no field "{field}" to map; expected one of {names}.',
  'table.unknownColumn': 'The file has no column "{column}" for {field}; it has {names}.',
  'table.quotedCellTooLong':
    'The row of line {rowLine} has a cell of more than {longest} characters (a quote opens in line {quoteLine}); expected shorter ones.',
  'table.cellTooLong':
    'The row of line {rowLine} has a cell of more than {longest} characters; expected shorter ones.',
  'table.tooManyCells':
    'The row of line {rowLine} has more than {mostCells} cells; expected fewer.',
  'table.expectedTitle': 'text for the title of the event',
  'table.expectedSamePrecision': 'a date as precise as {from}',
  'table.expectedDate': 'a date in one of the columns',
  'table.expectedYear': 'a year such as 1850, -2150, 480 BC or 1860s',
  'table.expectedMonthOrName': 'a month 1 to 12, or its name',
  'table.expectedDay': 'a day 1 to {daysInMonth}',
  'table.expectedHour': 'an hour 0 to 23; the day is kept',
  'table.expectedMinute': 'a minute 0 to 59; the hour is kept',
  'table.expectedSecond': 'a second 0 to 59; the minute is kept',
  'table.startKept': 'an end that is not before {start}; the start alone is kept',
  'table.dayKept': '{expected}; the day is kept',
  'table.expectedDateNotEpoch':
    'a date; the number is read as {unit} since 1970 UTC, which is {date}',
  'table.expectedPair': 'two numbers such as 52.5, 13.4',
  'table.expectedPairOrder':
    'a stated order of the two numbers: nothing in the file tells which is the latitude (map the column to latlng or lnglat)',
  'table.expectedWkt': 'well-known text such as POINT (13.4 52.5), or two numbers',
  'table.expectedWgs84': 'longitude and latitude in WGS 84 (it names {system})',
  'table.expectedHemisphere':
    'E or W after the longitude, because O can mean east (Ost) and west (ouest, oeste)',
  'table.expectedDecimal':
    'a number that can mean one only; the column has points and commas before fractions, and {surface, select, page {“Fractions” says which it is} other {--decimal says which it is}}',
  'table.expectedCount': 'a whole number, because it is a count; the text is kept',
  'table.decimalSign':
    '{column} has numbers such as "{text}" (record {record}), which can mean two; it is read as {value}. {surface, select, page {“Fractions” set to} other {--decimal}} {sign} reads it otherwise.',
  'table.mixedDecimals':
    '{column} has numbers with a decimal point and others with a decimal comma; those that can mean two are left out. {surface, select, page {“Fractions” says which it is} other {--decimal says which it is}}.',
  'table.sentinelsUnknown':
    '{column} has numbers such as -99 or 9999 in {count, plural, one {# row} other {# rows}}; they are read as unknown, and the text is kept.',
  'table.wrappedLongitudes':
    '{column} has {count, plural, one {a longitude} other {# longitudes}} beyond 180 degrees, such as {text} in record {record}; 360 degrees are taken off.',
  'table.coordinateOrderBy':
    '{pair} has the {first, select, latitude {latitude} other {longitude}} first, as {by, select, name {its name says} other {the countries of the rows show}}.',
  'table.expectedAngle': 'a {axis, select, lng {longitude} other {latitude}} in degrees',
  'table.expectedAngleRange':
    'a {axis, select, lng {longitude -180 to 180} other {latitude -90 to 90}}',
  'import.untitledStory': 'Imported events',
  'import.unnamedFile': 'The file',
  'import.unknownFormat': 'There is no format "{asked}"; expected auto or one of {ids}.',
  'import.otherFormat': 'The file is no {label}, as which it was to be read.',
  'import.emptyFile': 'The file is empty; expected records.',
  'import.webPage':
    'The file is a web page; expected data (a page may have been saved in place of a download).',
  'import.unrecognized': 'The file begins with {begin}, which is no known format; expected {list}.',
  'import.mapIgnored':
    '{surface, select, page {The meanings of columns are ignored: the fields of {label} are fixed. Choose csv as “Format” to read a table with them.} other {--map is ignored: the fields of {label} are fixed. --format csv reads a table with the map.}}',
  'options.noJson': '{name} is no JSON: {reason}',
  'options.noObject': '{name} is {value}, expected an object',
  'options.unknown': '{name}: "{option}" came, expected one of {known}',
  'options.bad': '{name}: {option} is {value}, expected {expected}',
  'options.oneOf': 'one of {words}',
  'options.text': 'text',
  'options.texts': 'a text or a list of texts',
  'options.year': 'a year of four digits such as 2000',
  'options.zone': 'a name such as Europe/Kyiv',
  'options.plainName': 'names of files of the same folder',
  'options.map': 'an object from fields to columns, such as {example}',
  'options.places':
    'an object from names to kind, longitude and latitude of a place or to none, such as {example}',
  'options.noField': '{expected}; there is no field "{field}"',
  'import.repeatedMember':
    'The file has the member "{member}" more than once; the first one is used.',
  'import.titleFromFileName':
    'The file has no title for the story; "{title}" is used, from the file name.',
  'import.stopped':
    'Reading was stopped after {read, plural, one {# record} other {# records}}; the file has more. Open it again to read all of it.',
  'import.moreInvalidBytes': '{more} more bytes are not UTF-8; each is replaced with U+FFFD.',
  'import.invalidByte': 'Byte {value} at offset {offset} is not UTF-8; it is replaced with U+FFFD.',
  'import.invalidBytes':
    '{name} has {count} bytes that are not UTF-8, the first at offset {offset}; expected none.',
  'import.unknownReference':
    '{field} is {id}{count, plural, =1 {} other { (named # times, first here)}}; expected the id of {kind, select, source {a source} category {a category} other {an event}} of the story.',
  'import.tooManyCategories':
    'The story has more than {mostCategories} categories, the most that are shown apart; the last ones are shown as "Other".',
  'import.brokenLink': 'A link names {event}; expected the id of another event of the story.',
  'import.duplicateId': 'The id {id} is that of record {earlier}; expected an id of its own.',
  'import.lostCharacter':
    '{field} has U+FFFD, the mark of a character that was lost before; check the text.',
  'import.zoneNotStated':
    "{count} records have a time of day in {field}, and {whose} does not state its zone. They are read in the story's time zone, and shown unchanged if none is set.",
  'format.acled': 'ACLED',
  'format.atlos': 'Atlos',
  'format.cdb90': 'CDB90 battles',
  'format.gdelt': 'GDELT events',
  'format.gdeltTable': 'GDELT table',
  'format.geojsonSequence': 'GeoJSON text sequence',
  'format.storyFile': 'Story file',
  'format.gpx': 'GPX',
  'format.kml': 'KML',
  'format.missingMigrantsProject': 'Missing Migrants Project',
  'format.thor': 'THOR',
  'format.timelinejsSpreadsheet': 'TimelineJS spreadsheet',
  'format.timelinejs': 'TimelineJS',
  'format.timemapTable': 'Timemap table',
  'format.timemap': 'Timemap',
  'format.ucdpGed': 'UCDP GED',
  'format.viina': 'VIINA',
  'format.table': 'CSV or TSV table',
  'format.xlsx': 'Excel workbook',
  'format.shapefile': 'Shapefile',
  'format.ods': 'OpenDocument spreadsheet',
  'format.csvStory': 'CSV of a story',
  'acled.expectedTitle': 'a type of event, or notes',
  'acled.expectedCategory': 'a type of event such as Battles',
  'acled.expectedTimePrecision': '1 (day), 2 (week) or 3 (month); the day is read as uncertain',
  'acled.expectedGeoPrecision': '1, 2 or 3; the code is kept',
  'atlos.expectedTitle': 'a description',
  'atlos.expectedVisible': 'an incident that is visible in Atlos; this one is hidden there',
  'atlos.expectedPrecision': 'Exact, Vicinity or Locality',
  'atlos.expectedStatus':
    'a status such as Completed; the word is kept, and no evidence level is set',
  'cdb90.missingColumns':
    'The table has neither the columns of battles ({battles}) nor of durations ({durations}).',
  'cdb90.zoneNotStated':
    "{timed} battles have times of day, by the local clock of the battle. They are read in the story's time zone, and shown unchanged if none is set.",
  'cdb90.calendarNotStated':
    '{early} battles are older than {lastJulian}, and the table does not state the calendar of their dates; those of English battles are Julian, 10 or 11 days behind. The dates are kept unchanged.',
  'cdb90.expectedEnd': 'a time no earlier than {cell}, the datetime_min',
  'cdb90.expectedDurations':
    'a date; it is in the table of durations, which can be imported together with this one',
  'gdelt.expectedCells': '{count} cells separated by tabs, or {version1} in files of version 1',
  'gdelt.expectedRootCode': '01 to 20',
  'gdelt.cameoCode': 'CAMEO {cell}',
  'geojson.expectedTimespans': 'timespans with a start',
  'geojson.recordTooDeep':
    'The record of line {line} has {depth} levels of lists and objects; expected at most {deepest}.',
  'geojson.recordNotJson':
    'The record is not valid JSON: line {where} has {found}; expected {expected}.',
  'geojson.recordMemberRepeated':
    'The record of line {line} has the member "{repeated}" twice in one object; expected it once.',
  'geojson.expectedEnd': 'an end no earlier than its start',
  'geojson.expectedTimespan': 'an object with a start',
  'geojson.expectedBound': 'an object such as \'{\'"in": "1832"\'}\'',
  'geojson.expectedBoundDate': 'a date such as "1832" (not {value})',
  'geojson.repeatedList':
    'The file has the list "features" twice; the records of both are read, expected it once.',
  'geojson.memberRepeated': 'The file has the member "{name}" twice; expected it once.',
  'geojson.missingFeatures': 'features is missing; expected a list of features.',
  'geojson.fileTooDeep': 'The file has {depth} levels; expected at most {deepest}.',
  'geojson.repeatedMember':
    'The file has the member "{name}" twice; the first one is used, expected it once.',
  'geojson.missingType':
    'The file has no type; expected an object of type "FeatureCollection", "Feature" or a geometry.',
  'geojson.otherType':
    'The file is of type {type}; expected an object of type "FeatureCollection", "Feature" or a geometry.',
  'geojson.memberTooDeep': '{name} has more than {deepest} levels; expected fewer.',
  'geojson.memberNotJson': 'The file is not valid JSON: {name} is {found}.',
  'geojson.recordTooLong': 'The record of line {line} is longer than {longest} characters.',
  'geojson.endOfValue': 'the end of a value',
  'geojson.fileBreaksOff': 'The file breaks off in line {line}; expected {expected}.',
  'geojson.valueTooLong':
    'A value that starts in line {startLine} is longer than {longest} characters; expected no more.',
  'geojson.notJsonAt':
    'The file is not valid JSON: line {line} has "{found}"; expected {expected}.',
  'geojson.noMemberName':
    'The file is not valid JSON: line {line} has {found}; expected a member name.',
  'xml.recordFault': 'XML: {found}',
  'xml.entities': 'The file declares entities; expected XML without entities.',
  'xml.otherRoot': 'The file begins with <{name}>; expected <{root}>.',
  'xml.tooDeep': 'The file has elements nested more than {deepest} deep; expected fewer levels.',
  'xml.notXml': 'The file is not valid XML: {brief}',
  'xml.expectedPosition': 'longitude, latitude and at most a height',
  'xml.expectedPositionRange': 'a longitude -180 to 180 and a latitude -90 to 90',
  'xml.expectedEnd': 'an end no earlier than the beginning',
  'gpx.expectedPoints': 'points with lat and lon',
  'kml.expectedClosedRing': 'a ring that ends where it starts; it is closed',
  'kml.expectedTime': 'a TimeSpan or TimeStamp; the date before the name is used, {when}',
  'kml.networkLinks':
    '{links} NetworkLinks point to other files, whose records are not read; expected all records in one file.',
  'missingMigrants.expectedIncident':
    'one incident; the row sums up several, and its date is that of the sum',
  'missingMigrants.expectedTitle': 'a place or a cause of death',
  'missingMigrants.expectedPosition': 'two numbers such as 35.5, -1.2',
  'thor.zoneNotStated':
    "{timed} rows have a time of day in Time Over Target; THOR does not state its zone. They are read in the story's time zone, and shown unchanged if none is set.",
  'thor.expectedDigits': 'three or four digits: fewer can be hours or minutes; the day is kept',
  'thor.expectedTime': 'a time of day such as 830 or 1430; the day is kept',
  'timelinejs.expectedYear': 'a year',
  'timelinejs.expectedYearForm': 'a year such as 2025, or -44 for 44 BC',
  'timelinejs.expectedMonthOfDay': 'a month, because there is a day',
  'timelinejs.expectedMonth': 'a month 1 to {most}',
  'timelinejs.expectedDay': 'a day 1 to {most}',
  'storymap.expectedDate': 'a date; the slide is kept, with a date that is not known',
  'timelinejs.expectedHeadline': 'a headline',
  'timelinejs.expectedEvent':
    'an event (this is the title of the timeline, which became the title of the story)',
  'timelinejs.missingEvents': 'The file has no list "events"; expected a list of slides.',
  'timelinejs.expectedSlide': 'an object with start_date and text',
  'timemap.expectedTitle': 'a description of what happened',
  'timemap.missingEvents':
    'The file has no events; expected a list of objects with description and date, or one with events, sources and associations.',
  'ics.expectedDate': 'a date such as 20251217 or 20251217T103000Z',
  'ics.expectedDuration': 'a duration such as PT1H30M or P2D',
  'ics.expectedZone': 'the IANA name of a zone such as Europe/Kyiv',
  'ics.expectedClock': 'a time that the clocks of the zone show once',
  'ics.expectedEvent': 'lines of one event from BEGIN:VEVENT to END:VEVENT',
  'ics.unknownZone': 'X-WR-TIMEZONE is {zone}, which is no zone that is known; it is left out.',
  'ics.recurring':
    '{count, plural, one {# event recurs} other {# events recur}}; only the first occurrence of each is read, and its rule is kept.',
  'ics.otherComponents':
    '{count, plural, one {# entry is} other {# entries are}} no event ({names}) and left out.',
  'schemaOrg.expectedEvent': 'an event of schema.org',
  'schemaOrg.otherNodes':
    '{count, plural, one {# entry is} other {# entries are}} no event and left out.',
  'schemaOrg.noEvents':
    'The file has no event of schema.org; expected an object whose "@type" is Event or one of its kinds.',
  'jsonFeed.expectedFeature': 'the record as a GeoJSON Feature',
  'timemap.expectedEvent': 'an object with description and date',
  'ucdp.expectedSourceDates': 'dates of the sources; {noSourceDate} means none and is left out',
  'ucdp.expectedSides': 'the names of two sides',
  'ucdp.expectedViolenceType': '1, 2 or 3',
  'ucdp.expectedEnd': 'a day no earlier than {printDay}, the date_start',
  'ucdp.expectedDatePrecision': '1 to 5; the date is read as uncertain',
  'ucdp.expectedWherePrecision': '1 to 7; the code is kept',
  'viina.expectedTitle': 'the text of the report, or a place',
  'viina.disputedPlaces':
    '{disputed} rows have a place that {placing} marks as disputed. The mark is kept under viina; the place has no country.',
  'viina.expectedPrecision': '{codes}; the code is kept',
  'packed.otherStamp':
    '{name}: the stamp is {stamp}, expected {expected} (is it of another packing?)',
  'packed.noStamp': '{name}: the stamp is {stamp}, expected {expected}',
  'packed.otherNumber':
    '{name}: its number is {came}, expected {number} (is it another file of the story?)',
  'packed.noNumber': '{name}: its number is {came}, expected {number}',
  'packed.otherChecksum':
    '{name}: the checksum is {sum}, expected {expected} ({why, select, empty {the file is empty} page {it is a page of HTML or XML} other {the file is damaged or of another packing}})',
  'packed.fileNotJson': '{name}: no JSON ({reason}), expected a file of a packed story',
  'packed.fileNotObject': '{name}: no object, expected a shard or ids of a packed story',
  'packed.rowPosition':
    'packed story: row {row} has the position {x}, {y}, expected -180 … 180, -90 … 90, or NaN for both',
  'packed.rowTimes':
    'packed story: row {row} has start {from} and end {to}, expected start < end, both within ±{lastInstant}',
  'packed.rowOrder':
    'packed story: row {row} has start {from}, expected {before} or more, as the row before it',
  'packed.rowCategory': 'packed story: row {row} has category {category}, expected 0 … {last}',
  'packed.bigEndian': 'this machine is big-endian; packed stories are little-endian',
  'packed.expectedCategories': 'a list of objects with id, label and shape',
  'packed.expectedCategoryCount': '32 at most',
  'packed.expectedRows': '{rows} as the file states',
  'packed.expectedWhole': 'a whole number',
  'packed.expectedReadCount': '{sum}, the rows and rejected',
  'packed.expectedObjects': 'a list of objects',
  'packed.expectedTexts': 'a list of texts',
  'packed.expectedPositive': 'a whole number above 0',
  'packed.expectedPath': "one such as \".d/'{'number'}'.json\"",
  'packed.headFault': 'packed story: in the head {name} is {shown}, expected {expected}',
  'packed.idsNotLists': '{name}: its ids and rows are not lists, expected one row for each id',
  'packed.idRow': '{name}: row {row} of {id}, expected 0 … {last}',
  'packed.checksumCount':
    'packed story: there are checksums of {files} files beside, expected {expected}',
  'packed.noStoryMembers': "packed story: the head's story is none, expected its members",
  'packed.withoutChecksums':
    "This packed story has version 1, which has no checksums: damage to it can't be detected. Pack it again.",
  'packed.headNotJson': 'packed story: the head is no JSON in UTF-8 ({reason}), expected an object',
  'packed.positionCount': '{count} positions came; expected {expected}',
  'packed.otherStart':
    'packed story: the file starts with {bytes, select, none {nothing} other {{bytes}}}, expected {wanted}',
  'packed.fileTooShort': 'packed story: the file has {came} bytes, expected {least} or more',
  'packed.otherVersion': 'packed story: the version is {version}, expected 1 or {current}',
  'packed.otherByteOrder':
    'packed story: the byte order reads 0x{value}, expected little-endian file and machine',
  'packed.otherLength': 'packed story: the file has {came} bytes, expected {length} as it states',
  'packed.headNotAligned': 'packed story: the head has {head} bytes, expected a multiple of 8',
  'packed.partsLength':
    'packed story: {rows} rows, a head of {head}, the checksums of {files} files and a tree of {tree} bytes need {end} bytes, expected {came}',
  'packed.partsLengthVersion1':
    'packed story: {rows} rows, a head of {head} and a tree of {tree} bytes need {end} bytes, expected {came}',
  'packed.damaged':
    'packed story: {part, select, preface {the start of the file (its first 60 bytes) is} head {the head is} sums {the list of checksums of the files beside is} columns {the columns are} other {the tree is}} damaged: the checksum is {sum}, expected {expected}',
  'packed.unreadableRecord': "{name}: record {record} can't be read as an event",
  'packed.shardRows':
    '{name}: its rows are {rows}, expected {expected, select, none {none} other {{expected}}}',
  'packed.shardRecordCount':
    '{name}: {count, select, none {no} other {{count}}} records, expected {size}',
  'packed.recordNumber': '{name}: record {record}, expected 1 … {read}, each once',
  'packed.shardIds': '{name}: its ids are no list, expected {size} texts or nulls',
  'packed.shardUnlinked': '{name}: unlinked is not a list, expected texts',
  'json.fileTooLong': 'The file has more than {longest} characters; expected fewer.',
  'json.notJson':
    '{name} is not valid JSON: line {line}, column {column} has {found}; expected {expected}.',
  'json.root': 'the root',
  'json.expectedRecord': 'Line {line} has a value that is no record; expected an object.',
  'json.tooManyColumns': 'The records have more than {most} different members; expected fewer.',
  'json.noRecords':
    'The JSON has no records; expected an object for each event, in a list anywhere in the file.',
  'json.noSuchList': 'There is no list {sheet} in the JSON; expected one of {lists}.',
  'json.otherLists':
    'Records are taken from {name} ({count}); other lists are {lists}. Name one to take it instead ({surface, select, page {“Sheet or list”} other {--sheet}}).',
  'json.topojson':
    'The file is TopoJSON; expected GeoJSON, which mapshaper writes from it (-o format=geojson).',
  'crs.unknown':
    'The reference system {crs} is not in the list of those known here; its definition as a PROJ string stands at epsg.io or spatialreference.org and can be given instead of the number ({surface, select, page {“Reference system of coordinates”} other {--crs}}).',
  'crs.unreadable':
    'The reference system is {crs}; expected an EPSG number such as EPSG:27700, a PROJ string or WKT ({surface, select, page {“Reference system of coordinates”} other {--crs}}).',
  'crs.noColumns':
    'No columns are named as projected coordinates are (x and y, easting and northing); map lng to the one that points east and lat to the one that points north. The columns are {columns}.',
  'crs.projected':
    '{x} and {y} are read in {name} and stand as {lng} and {lat} in degrees of WGS 84.',
  'crs.projectedShapes': 'Coordinates are read in {name} and turned into degrees of WGS 84.',
  'crs.projectedWkt':
    'Geometries in {column} are read in {name} and stand in {added} in degrees of WGS 84.',
  'crs.otherThanFile':
    'The file says that its coordinates are in {own}; they are read in {name}, as asked for.',
  'crs.notUsed': '{label} has its coordinates in degrees; the reference system is not used.',
  'crs.expectedNumber': 'a number in the units of the reference system',
  'crs.expectedInside': 'coordinates inside the area of {name}',
  'text.notUtf8':
    'Byte {byte} at offset {offset} is not UTF-8; expected UTF-8 text. If the file is in another encoding (windows-1252 is common), name it, or save it as UTF-8.',
  'text.notInEncoding':
    'The file is not {told} between bytes {offset} and {end}; expected text in it, or another encoding to be named.',
  'text.unknownXmlEncoding':
    'The XML declaration names the encoding "{name}", which is not known; expected UTF-8 or one of {list}.',
  'text.zip':
    'The file is a ZIP archive (as XLSX, KMZ and others are); expected the file inside it.',
  'text.officeText':
    'The file is a document of a word processor or of slides; expected its table saved as CSV or XLSX.',
  'text.xlsb': 'The file is a binary Excel workbook (XLSB); expected it saved as XLSX or CSV.',
  'zip.broken': 'The ZIP archive is damaged ({why}); expected a whole one.',
  'zip.breaksOff': 'The ZIP archive breaks off; expected a whole one.',
  'zip.noFiles': 'The ZIP archive has no files; expected one that can be read.',
  'zip.tooManyFiles': 'The ZIP archive has more than {most} files; expected fewer.',
  'zip.tooDeep': 'Archives lie within archives; expected a ZIP of a file that can be read.',
  'zip.noSuchFile': 'There is no file {sheet} in the ZIP archive; it has {names}.',
  'zip.nothingReadable':
    'Nothing in the ZIP archive can be read; expected a CSV, JSON, KML, GPX, XLSX, ODS, Parquet or shapefile. It has {names}.',
  'zip.severalFiles':
    'The ZIP archive has several files that can be read; name the one to be read ({surface, select, page {“Sheet or list”} other {--sheet NAME}}): {names}.',
  'parquet.broken': 'The Parquet file is damaged or has a part that is not read ({why}).',
  'parquet.otherGeometries':
    'The geometries of {name} are the places; those of {others} are kept as they are.',
  'shapefile.broken':
    'The {part} file of the shapefile is damaged or breaks off; expected a whole one.',
  'shapefile.noTable':
    'The shapefile has no DBF file, so that its shapes have no names or dates; expected one with them.',
  'shapefile.otherLength':
    'The shapefile has {shapes} shapes and {rows} rows in its DBF file; expected as many.',
  'shapefile.deletedRows':
    '{count, plural, one {# row is} other {# rows are}} marked as deleted in the DBF file and left out.',
  'shapefile.noCrs':
    'The shapefile has no PRJ file; its coordinates are read as longitude and latitude in WGS 84. If they are others, name their reference system ({surface, select, page {“Reference system of coordinates”} other {--crs}}).',
  'shapefile.notInEncoding':
    'The texts of the DBF file are not in {encoding}; expected the encoding that they are in.',
  'shapefile.encodingGuessed':
    'The shapefile does not say its encoding and is not UTF-8; its texts are read as windows-1252. If that is wrong, name it ({surface, select, page {“Encoding”} other {--encoding}}).',
  'spreadsheet.noSuchSheet': 'There is no sheet {sheet} in the workbook; it has {names}.',
  'spreadsheet.noTable':
    'The sheet has no table ({name}); expected a row with names of columns and rows below it.',
  'spreadsheet.whichSheet':
    'The workbook has several sheets with tables; name the one to be read ({surface, select, page {“Sheet or list”} other {--sheet NAME}}): {names}.',
  'spreadsheet.sheet':
    'The sheet {name} is read; {others} are not. Name another one to read it instead ({surface, select, page {“Sheet or list”} other {--sheet}}).',
  'spreadsheet.rowsAbove':
    '{count, plural, one {# row} other {# rows}} above the names of the columns in row {row} {count, plural, one {is} other {are}} left out: {text}.',
  'spreadsheet.serialDates':
    'Numbers in {name} are read as days since {year}, as spreadsheets count them: {serial} is {example}.',
  'spreadsheet.mergedCells':
    '{count, plural, one {# cell} other {# cells}} merged over several rows {count, plural, one {holds} other {hold}} for each of them.',
  'spreadsheet.encrypted':
    'The workbook is protected by a password; expected it saved without one.',
  'spreadsheet.broken': 'The workbook is damaged ({why}); expected one that opens.',
  'text.oldExcel': 'The file is an old Excel workbook (XLS); expected it saved as XLSX or CSV.',
  'text.oldOffice':
    'The file is an old Office document (such as XLS or DOC); expected its table saved as XLSX or CSV.',
  'text.pdf':
    'The file is a PDF; expected the data it was made from, or its tables taken out as CSV (Tabula does that).',
  'text.sqlite':
    'The file is an SQLite database; expected its table saved as CSV, as DB Browser for SQLite does.',
  'text.geopackage':
    'The file is a GeoPackage; expected its layer saved as GeoJSON, as QGIS and ogr2ogr do.',
  'text.dbf':
    'The file is a dBASE table (DBF) alone; expected a ZIP with the SHP, SHX and PRJ that belong to it, or the table saved as CSV.',
  'text.shapefilePart':
    'The file is one part of a shapefile; expected a ZIP with its SHP, SHX, DBF and PRJ.',
  'text.image': 'The file is a picture; expected a file of data.',
  'text.geotiff': 'The file is a TIFF picture or raster; expected a file of records.',
  'text.otherArchive':
    'The file is an archive that is not read (RAR, 7z, TAR or the like); expected the file in it, or a ZIP.',
  'text.arrow': 'The file is an Arrow or Feather table; expected Parquet or CSV.',
  'text.flatgeobuf':
    'The file is a FlatGeobuf; expected it saved as GeoJSON, as QGIS and ogr2ogr do.',
  'text.statistics':
    'The file is a table of R, Stata or SPSS; expected it saved as CSV or Parquet.',
  'text.netcdf': 'The file is a grid of NetCDF or HDF; expected a file of records.',
  'text.packed':
    'The file is a packed story; expected the story it was made from (datelines unpack gives it back).',
  'text.zeroByte':
    'The file has a zero byte at offset {zero}; expected text (name its encoding if it is UTF-16).',
  'text.otherEncoding':
    'Byte 0x{value} at offset {offset}, line {line}, is not UTF-8; {what} must be. Save the file as UTF-8, or name its encoding ({surface, select, page {“Encoding”} other {--encoding}}): in {guess} the line has {around}.',
  'text.unclearEncoding':
    'Byte 0x{value} at offset {offset}, line {line}, is not UTF-8, and the encoding is not clear. Save the file as UTF-8, or name its encoding ({surface, select, page {“Encoding”} other {--encoding}}): in windows-1252 the line has {around}, in windows-1251 {around2}.',
  'text.detectedEncoding':
    'The file is not UTF-8; by its words it is read as {encoding}: line {line} has {around}. If that is wrong, name the encoding ({surface, select, page {“Encoding”} other {--encoding}}) or save the file as UTF-8.',
  'text.lineTooLong': 'Line {line} has more than {longest} characters; expected fewer.',
  'text.unzipsTooLarge': 'The file unzips to more than {most} bytes; expected no more.',
  'text.fileTooLarge': 'The file is longer than {most} bytes; expected no more.',
  'text.ratioTooLarge':
    'The file unzips to more than {mostRatio} times its size ({total} from {came}), as only very repetitive files do; expected less. If this is intended, unzip it first.',
  'text.brokenGzip': 'The file is damaged gzip ({why}); expected a whole one.',
  'text.gzipBreaksOff': 'The gzip file breaks off; expected its end with a checksum.',

  // Writing a story in other formats.
  'out.softDateAsDays': 'An approximate date becomes the days that it may be.',
  'out.unknownStart': 'That a start is unknown is left out.',
  'out.unknownEnd': 'An unknown end is left out.',
  'out.unreadable': 'What can’t be read is left out.',
  'out.longYears': 'A date in a year of other than four digits is left out.',
  'out.zeroSeconds': 'Seconds that are 0 are left out.',
  'out.dayBesideTime': 'A day beside a time of day becomes midnight.',
  'out.fractions': 'Fractions of a second are left out.',
  'out.pointsOnly':
    'Only points are written as a place; lines, areas, heights and others are left out.',
  'out.placeNameOnly': 'Only the name of a place is kept.',
  'out.sourceAddressOnly': 'Only one address of each source is kept.',
  'out.showsConfirmed': 'The event shows as confirmed.',
  'out.showsTentative': 'The event shows as tentative.',
  'out.controlCharacters': 'Control characters become spaces.',
  'out.eventsOnly': 'A list of events has no data of the story.',
  'out.softDateAsRange': 'An approximate date becomes its first and last day.',
  'out.precision': 'The precision of a place is left out.',
  'out.sourceMembers': 'Title, publisher, address and date of a source are kept, in one language.',
  'out.csvUse':
    'For spreadsheets: one row per event. Data without a column of its own is written as JSON.',
  'out.figuresInColumnOrder':
    'Figures come back in the order of their columns, without those that are null.',
  'out.noFirstRow': 'It is written in the first row, and there are no rows.',
  'out.cellTooLong': 'It is longer than {longest} characters, the most that a cell may have.',
  'out.numericIds': 'Ids that are numbers come back as text.',
  'out.invalidRecords': 'Records that can’t be shown are left out.',
  'out.geojsonUse': 'The whole story, for Datelines and any map: JSON-FG times, nothing left out.',
  'out.icsUse': 'For calendars: upcoming events, as whole days or times.',
  'out.notInCalendars': 'A calendar has no field for it.',
  'out.upcomingOnly': 'Events that are not upcoming are left out.',
  'out.longYearsLeftOut': 'Events with a date in a year of other than four digits are left out.',
  'out.jsonFeedUse': 'For feed readers and scripts: one item per event, with all its data.',
  'out.jsonLdUse':
    'For web pages and search engines: title, dates, place and status of each event.',
  'out.notInSchemaOrg': 'schema.org has no neutral term for it.',
  'out.fourDigitYearsOnly': 'Events without a date in years of four digits are left out.',
  'out.linkedPlacesUse':
    'For gazetteers and historical maps: timespans, names and types of places, with all other data.',
  'out.invalidRecordsUndescribed':
    'Records that can’t be shown are written without a date or title.',
  'out.oneLanguageOnly': 'Only one of several languages is kept.',
  'format.csv': 'CSV',
  'format.geojson': 'GeoJSON',
  'format.ics': 'Calendar (ICS)',
  'format.jsonFeed': 'JSON Feed',
  'format.jsonLd': 'schema.org (JSON-LD)',
  'format.linkedPlaces': 'Linked Places',

  // Opening a story: what can't be fetched or shown.
  'fetch.empty': 'The story at {url} is empty: no byte came.',
  'fetch.noMemory': 'The story at {url} does not fit the memory that this device gives a page.',
  'fetch.noMemoryFor':
    'The story at {url} does not fit the memory that this device gives a page: the server states {total}.',
  'fetch.brokeOff': 'The story at {url} broke off while it was being fetched: {came} came.',
  'fetch.brokeOffOf':
    'The story at {url} broke off while it was being fetched: {came} came of the {total} that the server stated.',
  'fetch.partBrokeOff':
    '{what, select, story {The story} details {A file of details} other {A part of the story}} at {url} broke off while it was being fetched.',
  'fetch.failed':
    '{what, select, story {The story} details {A file of details} other {A part of the story}} at {url} could not be fetched. Either the address is wrong, its server does not answer or redirects without an end, or it does not allow other sites to read it (it must send the header Access-Control-Allow-Origin).',
  'fetch.answered':
    '{what, select, story {The story} details {A file of details} other {A part of the story}} at {url} could not be fetched: the server answered {answer}.',
  'fetch.answeredInPart':
    '{what, select, story {The story} details {A file of details} other {A part of the story}} at {url} could not be fetched: the server answered {answer}, which is not the whole file.',
  'fetch.tooLarge': 'The story at {url} is larger than 2 GB.',
  'fetch.silent':
    '{what, select, story {The story} details {A file of details} other {A part of the story}} at {url} could not be fetched: the server sent nothing for {seconds} seconds.',
  'fetch.bytes': '{count, plural, one {# byte} other {# bytes}}',
  'fetch.kilobytes': '{size} kB',
  'fetch.megabytes': '{size} MB',
  'fetch.partFailed': 'A part of the story could not be fetched.',
  'fetch.importerFailed': 'The part of this page that reads other formats could not be fetched.',
  'open.tooManyFiles':
    'The details of this story are in {files} files, too many to fetch here; datelines unpack writes them as one file.',
  'open.tooManyEvents':
    'The file has more than {mostEvents} events, too many for a page; the command line makes a packed story of it (datelines import, then datelines pack).',
  'open.notRead': '{name} could not be read. {message}',
  'open.textTooLarge':
    'The story at {url} is larger than 512 MB; a packed story can be larger (datelines pack).',
  'open.notPacked':
    'The file at {url} is not a packed story: {bytes, select, none {it is empty} other {it starts with {bytes}}}.',
  'open.notAStory': 'This file is not a story.',
  'open.noRecords':
    'None of the {read} records of {name} can be shown; the file was read as {label}.',
  'open.failed': "The story at {url} can't be opened. {reason}",
  'open.datesNotDrawn':
    'The packed file has events outside the years that the timeline draws, {first} to {last} in {timeZone}; they are kept, listed and counted, but not drawn there.',
  'open.unknownPlaceCode':
    'No shape is known for the {kind, select, region {region} other {country}} code {value}.',
  'open.missingPart': 'The file {name} is missing; expected it together with {packed}.',
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
