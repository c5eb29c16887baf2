/**
 * Reference systems by their EPSG number, as PROJ strings: those in which open data of many countries
 * comes. Where a datum is not WGS 84 or equal to it within a metre, the seven parameters are those
 * that the country's survey publishes; they hold to a few metres.
 */

const zero = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';
const britain = '+ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489';
const ireland =
  '+a=6377340.189 +rf=299.3249646 +towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15';
const germany = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7';
const austria = '+ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232';
const switzerland = '+ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0';
const netherlands =
  '+ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725';
const belgium = '+ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747';
const czechia = '+ellps=bessel +towgs84=589,76,480,0,0,0,0';
const europe1950 = '+ellps=intl +towgs84=-87,-98,-121,0,0,0,0';
const wgs84 = '+datum=WGS84';
// prettier-ignore
const gaussKruger = (lng: number, x: number, datum: string) => `+proj=tmerc +lat_0=0 +lon_0=${lng} +k=1 +x_0=${x} +y_0=0 ${datum} +units=m`;

/** Single codes. */
const single: Readonly<Record<number, string>> = {
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null',
  3395: `+proj=merc +lon_0=0 +k=1 +x_0=0 +y_0=0 ${wgs84} +units=m`,
  4326: `+proj=longlat ${wgs84}`,
  4979: `+proj=longlat ${wgs84}`,
  4258: `+proj=longlat ${zero}`,
  4269: `+proj=longlat ${zero}`,
  4283: `+proj=longlat ${zero}`,
  7844: `+proj=longlat ${zero}`,
  4171: `+proj=longlat ${zero}`,
  4230: `+proj=longlat ${europe1950}`,
  4277: `+proj=longlat ${britain}`,
  4289: `+proj=longlat ${netherlands}`,
  4313: `+proj=longlat ${belgium}`,
  4314: `+proj=longlat ${germany}`,
  4312: `+proj=longlat ${austria}`,
  4149: `+proj=longlat ${switzerland}`,
  3034: `+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 ${zero} +units=m`,
  3035: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${zero} +units=m`,
  27700: `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 ${britain} +units=m`,
  29902: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${ireland} +units=m`,
  29903: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${ireland} +units=m`,
  2157: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 ${zero} +units=m`,
  2154: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${zero} +units=m`,
  31370: `+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 ${belgium} +units=m`,
  3812: `+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 ${zero} +units=m`,
  28992: `+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ${netherlands} +units=m`,
  21781: `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=600000 +y_0=200000 ${switzerland} +units=m`,
  2056: `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 ${switzerland} +units=m`,
  31466: gaussKruger(6, 2_500_000, germany),
  31467: gaussKruger(9, 3_500_000, germany),
  31468: gaussKruger(12, 4_500_000, germany),
  31469: gaussKruger(15, 5_500_000, germany),
  31254: `+proj=tmerc +lat_0=0 +lon_0=10.3333333333333 +k=1 +x_0=0 +y_0=-5000000 ${austria} +units=m`,
  31255: `+proj=tmerc +lat_0=0 +lon_0=13.3333333333333 +k=1 +x_0=0 +y_0=-5000000 ${austria} +units=m`,
  31256: `+proj=tmerc +lat_0=0 +lon_0=16.3333333333333 +k=1 +x_0=0 +y_0=-5000000 ${austria} +units=m`,
  31287: `+proj=lcc +lat_0=47.5 +lon_0=13.3333333333333 +lat_1=49 +lat_2=46 +x_0=400000 +y_0=400000 ${austria} +units=m`,
  5514: `+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +x_0=0 +y_0=0 ${czechia} +units=m`,
  2180: `+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 ${zero} +units=m`,
  2176: `+proj=tmerc +lat_0=0 +lon_0=15 +k=0.999923 +x_0=5500000 +y_0=0 ${zero} +units=m`,
  2177: `+proj=tmerc +lat_0=0 +lon_0=18 +k=0.999923 +x_0=6500000 +y_0=0 ${zero} +units=m`,
  2178: `+proj=tmerc +lat_0=0 +lon_0=21 +k=0.999923 +x_0=7500000 +y_0=0 ${zero} +units=m`,
  2179: `+proj=tmerc +lat_0=0 +lon_0=24 +k=0.999923 +x_0=8500000 +y_0=0 ${zero} +units=m`,
  3763: `+proj=tmerc +lat_0=39.6682583333333 +lon_0=-8.13310833333333 +k=1 +x_0=0 +y_0=0 ${zero} +units=m`,
  3006: `+proj=utm +zone=33 ${zero} +units=m`,
  3067: `+proj=utm +zone=35 ${zero} +units=m`,
  3301: `+proj=lcc +lat_0=57.5175539305556 +lon_0=24 +lat_1=59.3333333333333 +lat_2=58 +x_0=500000 +y_0=6375000 ${zero} +units=m`,
  3059: `+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=-6000000 ${zero} +units=m`,
  3346: `+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9998 +x_0=500000 +y_0=0 ${zero} +units=m`,
  3794: `+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9999 +x_0=500000 +y_0=-5000000 ${zero} +units=m`,
  3765: `+proj=tmerc +lat_0=0 +lon_0=16.5 +k=0.9999 +x_0=500000 +y_0=0 ${zero} +units=m`,
  23700: '+proj=somerc +lat_0=47.1443937222222 +lon_0=19.0485717777778 +k_0=0.99993 +x_0=650000 +y_0=200000 +ellps=GRS67 +towgs84=52.17,-71.82,-14.9,0,0,0,0 +units=m',
  2100: '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=0 +ellps=GRS80 +towgs84=-199.87,74.79,246.62,0,0,0,0 +units=m',
  2193: `+proj=tmerc +lat_0=0 +lon_0=173 +k=0.9996 +x_0=1600000 +y_0=10000000 ${zero} +units=m`,
  3577: `+proj=aea +lat_0=0 +lon_0=132 +lat_1=-18 +lat_2=-36 +x_0=0 +y_0=0 ${zero} +units=m`,
  3347: `+proj=lcc +lat_0=63.390675 +lon_0=-91.8666666666667 +lat_1=49 +lat_2=77 +x_0=6200000 +y_0=3000000 ${zero} +units=m`,
  5070: `+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 ${zero} +units=m`,
  2263: `+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 ${zero} +units=us-ft`,
  3414: `+proj=tmerc +lat_0=1.36666666666667 +lon_0=103.833333333333 +k=1 +x_0=28001.642 +y_0=38744.572 ${wgs84} +units=m`,
  3826: `+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 ${zero} +units=m`,
  5186: `+proj=tmerc +lat_0=38 +lon_0=127 +k=1 +x_0=200000 +y_0=600000 ${zero} +units=m`,
  6933: `+proj=cea +lat_ts=30 +lon_0=0 +x_0=0 +y_0=0 ${wgs84} +units=m`,
}; // prettier-ignore

/** Zones of the Universal Transverse Mercator that have codes in a row: the code of zone 0, the first
 * and the last zone, the datum. */
const zones: readonly (readonly [base: number, first: number, last: number, datum: string])[] = [
  [32600, 1, 60, wgs84],
  [32700, 1, 60, `+south ${wgs84}`],
  [25800, 28, 38, zero],
  [23000, 28, 38, europe1950],
  [26900, 1, 23, zero],
  [31960, 18, 25, `+south ${zero}`],
  [28300, 48, 58, `+south ${zero}`],
  [7800, 46, 59, `+south ${zero}`],
];

/** Codes that others use for one of these. */
const others: Readonly<Record<number, number>> = {
  102100: 3857,
  102113: 3857,
  900913: 3857,
  3785: 3857,
  102067: 5514,
};

/** Nothing where the code is not known. */
export function definitionOf(code: number): string | undefined {
  const epsg = others[code] ?? code;
  const found = single[epsg];
  if (found !== undefined) return `${found} +no_defs`;
  const zone = zones.find(([base, first, last]) => epsg >= base + first && epsg <= base + last);
  return zone && `+proj=utm +zone=${epsg - zone[0]} ${zone[3]} +units=m +no_defs`;
}
