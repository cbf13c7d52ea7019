/**
 * pprof's profile.proto (https://github.com/google/pprof/blob/main/proto/profile.proto), gzipped. One sample per source line,
 * with a stack of one location. What else stores of continuous profiles ask for: ids from 1 without gaps, a mapping that says
 * that names and lines are there, a period type, a time and a duration.
 */
import { gzipSync } from 'node:zlib';
import { type FunctionInput, type LocationInput, Profile as Pprof, type SampleInput, StringTable } from 'pprof-format';
import { visible } from '../../visible-text.js';
import type { ExportInput } from './export-input.js';
import { lineCostsOf } from './line-costs.js';
import { timeRemark } from './time-remark.js';

export function pprof({ profile, version }: ExportInput): Uint8Array {
  const functions = lineCostsOf(profile);
  const timed = profile.timing.mode !== 'off';
  const stringTable = new StringTable();
  const text = (value: string) => stringTable.dedup(visible(value));
  const valueType = (type: string, unit: string) => ({ type: text(type), unit: text(unit) });

  const fn: FunctionInput[] = [];
  const location: LocationInput[] = [];
  const sample: SampleInput[] = [];
  for (const { name, path, line: startLine, lines } of functions) {
    const functionId = fn.length + 1;
    // Without a system name: `go tool pprof` takes one like the name for mangled C++ and cuts `<module>` out of it.
    fn.push({ id: functionId, name: text(name), filename: text(path), startLine });
    for (const { line, hits, ns, awaitNs } of lines) {
      const id = location.length + 1;
      location.push({ id, mappingId: 1, line: [{ functionId, line }] });
      sample.push({ locationId: [id], value: timed ? [hits, ns, awaitNs] : [hits] });
    }
  }

  const hits = valueType('hits', 'count');
  const time = valueType('time', 'nanoseconds');
  const encoded = new Pprof({
    stringTable,
    sampleType: timed ? [hits, time, valueType('await', 'nanoseconds')] : [hits],
    defaultSampleType: timed ? time.type : hits.type,
    periodType: timed ? time : hits,
    period: 1,
    // Beyond what a double holds exactly.
    timeNanos: BigInt(startMs(profile.startedAt)) * 1_000_000n,
    durationNanos: Math.round(profile.wallNs),
    mapping: [
      { id: 1, filename: text(profile.command[0] ?? ''), hasFunctions: true, hasFilenames: true, hasLineNumbers: true },
    ],
    function: fn,
    location,
    sample,
    comment: [text(`kernts ${version}`), text(`time: ${timeRemark(profile)}`)],
  }).encode();
  return gzipSync(encoded);
}

function startMs(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? 0 : ms;
}
