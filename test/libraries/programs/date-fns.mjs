import * as fns from 'date-fns';
import { de, enGB, ja } from 'date-fns/locale';
import { attempt, exercise, show } from './show.mjs';

process.env.TZ = 'Europe/Berlin';
const a = () => new Date(Date.UTC(2024, 1, 29, 12, 34, 56, 789));
const b = () => new Date(Date.UTC(2020, 11, 31, 23, 59, 59));
exercise(
  fns,
  () => [
    [a()],
    [a(), 3],
    [a(), b()],
    [
      { start: b(), end: a() },
      { start: a(), end: new Date(Date.UTC(2025, 0, 1)) },
    ],
    ['2024-02-29T10:00', { weekStartsOn: 1 }],
    [[a(), b()], a()],
    [],
    [Number.NaN, 'x', {}],
  ],
  {
    except: [
      'eachHourOfInterval',
      'eachMinuteOfInterval',
      'eachDayOfInterval',
      'eachWeekendOfInterval',
      'eachWeekOfInterval',
      'eachMonthOfInterval',
      'areIntervalsOverlapping',
      'constructNow',
      'isFuture',
      'isPast',
      'formatDistanceToNow',
      'formatDistanceToNowStrict',
      'parse',
      'parseISO',
      'setDefaultOptions',
      'getDefaultOptions',
      ...Object.keys(fns).filter(
        (name) =>
          (/^(isThis|isToday|isTomorrow|isYesterday|startOfT|startOfY|endOfT|endOfY)/.test(name) &&
            !/Month|OfYear|Quarter|Hour/.test(name)) ||
          /^isThis/.test(name),
      ),
      'startOfToday',
      'startOfTomorrow',
      'startOfYesterday',
      'endOfToday',
      'endOfTomorrow',
      'endOfYesterday',
    ],
  },
);
for (const token of 'G GGGG GGGGG y yo yy yyyy Y Yo YYYY R RR RRRR u uuuu Q Qo QQQ QQQQ q M Mo MM MMM MMMM MMMMM L w wo ww I Io II d do dd D Do DDD E EEEE EEEEE EEEEEE i io iii e eo eee c a aaa aaaa b bbb B BBBB h ho hh H K k m mm s S SSS SSSS X XX XXX x xxx O OOOO z zzzz t T P PP PPP PPPP p pp ppp pppp Pp PPPPpppp'.split(
  ' ',
)) {
  for (const locale of [enGB, de, ja])
    attempt(token, () =>
      fns.format(a(), token, { locale, useAdditionalDayOfYearTokens: true, useAdditionalWeekYearTokens: true }),
    );
}
for (const [text, format] of [
  ['02/11/2014', 'MM/dd/yyyy'],
  ['29. Februar 2024', 'do MMMM y'],
  ['3 PM', 'h a'],
  ['2024 W09 4', "RRRR 'W'II i"],
  ['060 2024', 'DDD yyyy'],
  ['12:30:15.5 +03:00', 'HH:mm:ss.S xxx'],
  ['x', 'yyyy'],
  ['1700000000', 't'],
  ['2nd q 2020', "do 'q' y"],
])
  attempt(format, () => fns.parse(text, format, b(), { locale: enGB, useAdditionalDayOfYearTokens: true }));
for (const text of [
  '2024-02-30',
  '2024-W09',
  '2024-060T10',
  '2024-01-01T10:20:30.5+05:30',
  '20240101',
  'x',
  '2024-01-01T24:00',
  '+002024-01-01',
])
  attempt(text, () => [fns.parseISO(text), fns.parseJSON(text)]);
for (const seconds of [0, 20, 50, 100, 3_000, 5_000, 90_000, 200_000, 3e6, 5e6, 4e7, 1e8, 1e9])
  for (const locale of [enGB, de, ja])
    show('distance', [
      fns.formatDistance(a(), new Date(+a() + seconds * 1_000), { includeSeconds: true, addSuffix: true, locale }),
      fns.formatDistanceStrict(new Date(+a() + seconds * 1_000), a(), { locale, roundingMethod: 'floor' }),
      fns.formatRelative(new Date(+a() + seconds * 1_000), a(), { locale }),
      fns.formatDuration(fns.intervalToDuration({ start: a(), end: new Date(+a() + seconds * 1_000) }), {
        locale,
        zero: seconds < 100,
      }),
    ]);
