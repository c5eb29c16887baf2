/** Counts by category over all events, wherever they are. */
import type { BufferLayout } from '../buffer';
import type { RankSpan } from '../time-ranks';

/** Ranks from one row of counts to the next. */
const step = 512;

export interface WorldCounts {
  readonly bytes: number;
  /** One count for each category of a window; 0 for those not in the mask. */
  ask(span: RankSpan, mask: number): number[];
}

/** Rows of counts are made when they are first asked for. */
export function worldCountsOf(
  { events, starts, endRank, byStart, byEnd }: BufferLayout,
  categories: number,
): WorldCounts {
  const startCategory = (rank: number) => byStart[rank]! & 31;
  const endCategory = (rank: number) => byEnd[rank]! & 31;
  let begun: Uint32Array | null = null;
  let over: Uint32Array | null = null;

  return {
    get bytes() {
      return (begun?.byteLength ?? 0) + (over?.byteLength ?? 0);
    },
    ask(span, mask) {
      const counts = new Array<number>(categories).fill(0);
      if (span.from <= span.to) {
        begun ??= rowsOf(startCategory);
        over ??= rowsOf(endCategory);
        add(begun, startCategory, span.started, 1, counts);
        add(over, endCategory, span.ended, -1, counts);
      } else {
        // Not all that have ended by the beginning have started before the end.
        for (let position = 0; position < events; position++)
          if (starts[position]! < span.started * 32 && endRank[position]! >= span.ended)
            counts[starts[position]! & 31]!++;
      }
      return counts.map((count, each) => ((mask >>> each) & 1 ? count : 0));
    },
  };

  function rowsOf(categoryAt: (rank: number) => number): Uint32Array {
    const rows = new Uint32Array((Math.floor(events / step) + 1) * categories);
    const sum = new Uint32Array(categories);
    for (let rank = 0, row = 0; rank <= events; rank++) {
      if (rank % step === 0) {
        rows.set(sum, row);
        row += categories;
      }
      if (rank < events) sum[categoryAt(rank)]!++;
    }
    return rows;
  }

  /** Adds `sign` times the counts of the ranks below `count`. */
  function add(
    rows: Uint32Array,
    categoryAt: (rank: number) => number,
    count: number,
    sign: number,
    into: number[],
  ): void {
    const row = Math.floor(count / step);
    for (let each = 0; each < categories; each++)
      into[each]! += sign * rows[row * categories + each]!;
    for (let rank = row * step; rank < count; rank++) into[categoryAt(rank)]! += sign;
  }
}
