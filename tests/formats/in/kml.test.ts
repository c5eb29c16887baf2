import { describe, expect, it } from 'vitest';
import { kml } from '../../../src/formats/in/kml/kml';
import { propertiesOf, readText, said } from '../shared/reading';

const file = (...content: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- by hand -->\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${content.join('')}</Document></kml>`;
const placemark = (...content: string[]) =>
  `<Placemark><name>P</name><TimeStamp><when>2031</when></TimeStamp>${content.join('')}</Placemark>`;
const at = (...content: string[]) => readText(kml, file(placemark(...content)));
const geometry = async (...content: string[]) =>
  (await at(...content)).records[0]!.feature?.geometry;

describe('KML', () => {
  it('takes name, text, folder, time and place, and keeps the rest', async () => {
    const read = await readText(
      kml,
      file(
        '<name>Ruritania</name><description>A year</description><Style id="red"><LineStyle><width>2</width></LineStyle></Style>',
        '<Folder><name>Fires</name><Folder><Placemark id="p1"><name>The &lt;b&gt;mill&lt;/b&gt;</name>',
        '<description><![CDATA[<b>Burnt</b> &amp; <a href="https://example.org/a">gone</a>]]></description>',
        '<TimeSpan><begin>2031-03</begin></TimeSpan><styleUrl>#red</styleUrl>',
        '<ExtendedData><Data name="size"><value>7</value></Data><Data name="open"><value>0</value></Data></ExtendedData>',
        '<Point><extrude>1</extrude><coordinates> 30.5, 50.25,2 </coordinates></Point></Placemark></Folder></Folder>',
      ),
      {},
      7,
    );
    expect(read.records[0]!.feature).toEqual({
      type: 'Feature',
      id: 'p1',
      geometry: { type: 'Point', coordinates: [30.5, 50.25, 2] },
      properties: {
        title: 'The mill',
        summary: 'Burnt & gone',
        category: 'fires',
        when: '2031-03/..',
        sources: [{ title: 'example.org', url: 'https://example.org/a' }],
        kml: {
          '@id': 'p1',
          name: 'The <b>mill</b>',
          description: '<b>Burnt</b> &amp; <a href="https://example.org/a">gone</a>',
          TimeSpan: { begin: '2031-03' },
          styleUrl: '#red',
          ExtendedData: {
            Data: [
              { '@name': 'size', value: '7' },
              { '@name': 'open', value: '0' },
            ],
          },
          Point: { extrude: '1' },
        },
      },
    });
    expect(read.facts).toEqual({
      title: 'Ruritania',
      description: 'A year',
      categories: [{ id: 'fires', label: 'Fires' }],
      kml: { Style: { '@id': 'red', LineStyle: { width: '2' } } },
    });
    expect([said(read), read.judged]).toEqual([[], []]);
  });

  it.each([
    ['<TimeStamp><when>2031-03-09T04:05:06Z</when></TimeStamp>', '2031-03-09T04:05:06Z'],
    ['<TimeStamp><when>2031-03-09T04:05:06+02:00</when></TimeStamp>', '2031-03-09T04:05:06+02:00'],
    ['<TimeSpan><begin>2031-03-01</begin><end>2031-03-09</end></TimeSpan>', '2031-03-01/2031-03-09'],
    ['<TimeSpan><end>2031</end></TimeSpan>', '../2031'],
    ['<TimeSpan><begin>2031</begin><end>2031</end></TimeSpan>', '2031'],
    [
      '<gx:Track><when>2031-01-02T00:00:00Z</when><when>2031-01-01T23:30:00-02:00</when><when>2031-01-01</when><gx:coord>1 2 0</gx:coord></gx:Track>',
      '2031-01-01/2031-01-01T23:30:00-02:00',
    ],
  ])('reads the time %s', async (time, when) => {
    const read = await readText(kml, file(`<Placemark><name>P</name>${time}</Placemark>`));
    expect(propertiesOf(read).when).toBe(when);
    expect(read.judged).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['', 'error missing-date TimeSpan or TimeStamp'],
    ['<TimeSpan/><TimeStamp><when/></TimeStamp>', 'error missing-date TimeSpan or TimeStamp'],
    ['<TimeStamp><when>soon</when></TimeStamp>', 'error bad-date TimeStamp'],
    ['<TimeStamp><when>2031-02-30</when></TimeStamp>', 'error impossible-date TimeStamp'],
    ['<TimeSpan><begin>2031</begin><end>2030</end></TimeSpan>', 'error end-before-start TimeSpan'],
    ['<gx:Track><when>2031</when><when>late</when></gx:Track>', 'error bad-date when'],
    ['<Camera><gx:TimeStamp><when>2031</when></gx:TimeStamp></Camera>', 'error missing-date TimeSpan or TimeStamp'],
  ])('refuses the time %s by name', async (time, problem) => {
    const read = await readText(kml, file(`<Placemark><name>P</name>${time}</Placemark>`));
    expect(said(read)).toEqual([problem]);
  }); // prettier-ignore

  const RING = '0,0 1,0 1,1 0,0';
  it.each([
    ['<LineString><coordinates>1,2 3,4\n5,6</coordinates></LineString>', { type: 'LineString', coordinates: [[1, 2], [3, 4], [5, 6]] }],
    [`<Polygon><outerBoundaryIs><LinearRing><coordinates>${RING}</coordinates></LinearRing></outerBoundaryIs></Polygon>`, { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }],
    ['<MultiGeometry><Point><coordinates>1,2</coordinates></Point><Point><coordinates>3,4</coordinates></Point></MultiGeometry>', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['<MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry>', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[1, 2], [3, 4]] }] }],
    ['<gx:Track><gx:coord> 1  2 0</gx:coord><gx:coord/><gx:coord>3 4 0</gx:coord></gx:Track>', { type: 'LineString', coordinates: [[1, 2, 0], [3, 4, 0]] }],
    ['<Model><Location><longitude>1</longitude><latitude>2</latitude></Location></Model>', { type: 'Point', coordinates: [1, 2] }],
    ['<Point><coordinates/></Point>', null],
  ])('reads the place %s', async (place, expected) => {
    expect(await geometry(place)).toEqual(expected);
  }); // prettier-ignore

  it('reads overlays as the area they cover, turned about its middle', async () => {
    const overlay = (turn: string) =>
      file(
        `<GroundOverlay><name>Map</name><TimeStamp><when>1850</when></TimeStamp><Icon><href>m.png</href></Icon><LatLonBox><north>2</north><south>-2</south><east>11</east><west>9</west>${turn}</LatLonBox></GroundOverlay>`,
      );
    const plain = await readText(kml, overlay(''));
    const ring = [[9, -2], [11, -2], [11, 2], [9, 2], [9, -2]]; // prettier-ignore
    expect(plain.records[0]!.feature).toMatchObject({ geometry: { coordinates: [ring] } });
    const turned = await readText(kml, overlay('<rotation>90</rotation>'));
    const found = turned.records[0]!.feature!.geometry as { coordinates: number[][][] };
    [[12, -1], [12, 1], [8, 1], [8, -1], [12, -1]].forEach(([lng, lat], corner) => {
      expect(found.coordinates[0]![corner]![0]).toBeCloseTo(lng!);
      expect(found.coordinates[0]![corner]![1]).toBeCloseTo(lat!);
    }); // prettier-ignore
  });

  it.each([
    ['<Point><coordinates>east</coordinates></Point>', 'error bad-position coordinates'],
    ['<Point><coordinates>30.5 50.25</coordinates></Point>', 'error bad-position coordinates'],
    ['<Point><coordinates>1,2,3,4</coordinates></Point>', 'error bad-position coordinates'],
    ['<LineString><coordinates>1,2 3° 5,6</coordinates></LineString>', 'error bad-position coordinates'],
    ['<Point><coordinates>1,91</coordinates></Point>', 'error coordinate-range coordinates'],
    ['<Point>1,2</Point>', 'error bad-position coordinates'],
    ['<gx:Track><gx:coord>1 x 0</gx:coord></gx:Track>', 'error bad-position gx:coord'],
  ])('refuses the place %s by name', async (place, problem) => {
    expect(said(await at(place))[0]).toBe(problem);
  }); // prettier-ignore

  it('closes a ring that is open, and says so', async () => {
    const ring = '<coordinates>0,0 1,0 1,1</coordinates>';
    const open = `<Polygon><outerBoundaryIs><LinearRing>${ring}</LinearRing></outerBoundaryIs></Polygon>`;
    const read = await at(open);
    expect(said(read)).toEqual(['warning open-ring coordinates']);
    const closed = [[[0, 0], [1, 0], [1, 1], [0, 0]]]; // prettier-ignore
    expect(read.records[0]!.feature!.geometry).toMatchObject({ coordinates: closed });
  });

  it('reads elements with a prefix, and says what lies in other files', async () => {
    const text =
      '<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Folder><k:name>F</k:name><k:Placemark><k:name>P</k:name><k:TimeStamp><k:when>2031</k:when></k:TimeStamp><k:Point><k:coordinates>1,2</k:coordinates></k:Point></k:Placemark><k:NetworkLink><k:Link/></k:NetworkLink></k:Folder></k:kml>';
    expect(kml.detect({ name: '', text, whole: true })).toBeGreaterThan(0.9);
    const read = await readText(kml, text);
    expect(propertiesOf(read)).toMatchObject({ title: 'P', category: 'f', when: '2031' });
    expect(said(read)).toEqual(['warning network-link NetworkLink']);
  });

  it('says why a file can not be read', async () => {
    const read = (text: string) => readText(kml, text);
    await expect(read('<kml><a></kml>')).rejects.toThrow(/is not valid XML/);
    await expect(read('<gpx/>')).rejects.toThrow(/begins with <gpx>; expected <kml>/);
    await expect(read('<!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>')).rejects.toThrow(/entities/);
    const deep = `<kml>${'<Folder>'.repeat(300)}${'</Folder>'.repeat(300)}</kml>`;
    await expect(read(deep)).rejects.toThrow(/more than 200 deep/);
  });
});
