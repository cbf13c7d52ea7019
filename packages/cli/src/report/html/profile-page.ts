/** What the page says of one profile. */
import type { Profile } from '@kernts/runtime';
import type { Report } from '../../profile/rows.js';
import { readableDuration } from '../duration.js';
import { samplingText } from '../notes.js';
import { packListing } from './pack.js';
import type { Fact, ProfilePage } from './page-data.js';

/** The run that a profile is of. */
export type Run = Pick<Profile, 'command' | 'node' | 'startedAt' | 'wallNs'>;

export function profilePage(report: Report, run: Run): ProfilePage {
  return {
    kind: 'profile',
    title: run.command.join(' '),
    facts: factsOf(report, run),
    timed: report.timed,
    listings: report.listings.map((listing) => packListing(listing, report)),
  };
}

function factsOf({ timed, sampling }: Report, { node, startedAt, wallNs }: Run): readonly Fact[] {
  const timing = timed ? (sampling === null ? 'exact' : samplingText(sampling)) : 'off (hits only)';
  return [
    { label: 'Timing', text: timing },
    { label: 'Ran', text: readableDuration(wallNs) },
    { label: 'Started', text: startedAt },
    { label: 'Node', text: node },
  ];
}
