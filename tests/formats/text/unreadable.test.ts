import { describe, expect, it } from 'vitest';
import { imported } from '../import/importing';

const bytes = (start: string, at = 0) => {
  const file = Buffer.alloc(1024, 1);
  file.write(start, at, 'latin1');
  return file;
};
const sqlite = (application: string) => {
  const file = bytes('SQLite format 3\0');
  file.write(application, 68, 'latin1');
  return file;
};
const ole = (record: string) => {
  const file = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
  file.write(record, 512, 'latin1');
  return file;
};
const dbf = Buffer.alloc(97);
dbf.set([3, 124, 2, 3, 1, 0, 0, 0, 97, 0, 10, 0]);

describe('a file that can not be read', () => {
  it.each([
    ['a GeoPackage', sqlite('GPKG'), /GeoPackage.*GeoJSON, as QGIS and ogr2ogr do/],
    ['a database', sqlite('\0\0\0\0'), /SQLite.*CSV/],
    ['a PDF', bytes('%PDF-1.7\n'), /is a PDF.*CSV/],
    ['an old workbook', ole('\x09\x08\x10\0'), /old Excel workbook \(XLS\).*XLSX or CSV/],
    ['an old document', ole('\xec\xa5\xc1\0'), /old Office document.*DOC/],
    ['rich text', bytes('{\\rtf1\\ansi'), /word processor/],
    ['a table of dBASE', dbf, /dBASE table \(DBF\) alone.*SHP, SHX and PRJ/],
    ['a part of a shapefile', bytes('\0\0\x27\x0a'), /one part of a shapefile/],
    ['PNG', bytes('\x89PNG\r\n'), /is a picture/],
    ['JPEG', bytes('\xff\xd8\xff\xe0'), /is a picture/],
    ['WebP', bytes('RIFF\x01\x01\x01\x01WEBP'), /is a picture/],
    ['TIFF', bytes('II*\0'), /TIFF/],
    ['RAR', bytes('Rar!\x1a'), /archive that is not read/],
    ['7z', bytes('7z\xbc\xaf\x27\x1c'), /archive that is not read/],
    ['TAR', bytes('ustar', 257), /archive that is not read/],
    ['Arrow', bytes('ARROW1\0\0'), /Arrow.*Parquet or CSV/],
    ['FlatGeobuf', bytes('fgb\x03fgb\0'), /FlatGeobuf.*GeoJSON/],
    ['R', bytes('RDX3\n'), /R, Stata or SPSS/],
    ['NetCDF', bytes('CDF\x01\0'), /NetCDF/],
    ['a web page', Buffer.from('<!DOCTYPE html><title>x</title>'), /web page/],
  ])('is named: %s', async (_, file, message) => {
    await expect(imported(file)).rejects.toThrow(message);
    await expect(imported(file, { size: 3 })).rejects.toThrow(message);
  }); // prettier-ignore

  it('is no text that begins alike', async () => {
    for (const name of ['fgb', 'CDF', 'GIF8', 'ARROW1', 'RDX', 'Rar!', 'BZh'])
      expect((await imported(`${name},date,title\n1,2024,A\n`)).written).toBe(1);
  });
});
