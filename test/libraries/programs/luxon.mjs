import { DateTime, Duration, FixedOffsetZone, IANAZone, Info, Interval, Settings } from 'luxon';
import { attempt, show } from './show.mjs';

Settings.now = () => Date.UTC(2024, 1, 29, 12, 34, 56, 789);
Settings.defaultZone = 'Europe/Berlin';
Settings.defaultLocale = 'en-GB';
const texts = [
  '2024-02-30',
  '2024-02-29T25:00',
  '2024-W09-4',
  '2024-060',
  '2016-05-25T09:08:34.123+06:00',
  '2024-03-31T02:30',
  '20240101T101112Z',
  '2024-13',
  '',
  'x',
  '+012024-01-01',
  '2024-01-01T24:00',
];
for (const text of texts)
  attempt(text, () => {
    const time = DateTime.fromISO(text, { setZone: true });
    return [
      time.isValid,
      time.invalidExplanation,
      time.toISO(),
      time.toHTTP(),
      time.toRFC2822(),
      time.toSQL(),
      time.toMillis(),
      time.weekNumber,
      time.ordinal,
      time.zoneName,
    ];
  });
const formats = [
  ['Feb 3 2024, 4:05 PM', 'MMM d yyyy, h:mm a'],
  ['3.2.24', 'd.M.yy'],
  ['2024 060', 'yyyy ooo'],
  ['12:30 America/New_York', 'HH:mm z'],
  ['Thursday 09 2024', 'cccc WW kkkk'],
  ['x', 'yyyy'],
  ['1700000000', 'X'],
  ["it's 5", "'it''s' h"],
  ['10 +0300', 'H ZZZ'],
];
for (const [text, format] of formats)
  attempt(format, () => [
    DateTime.fromFormat(text, format).toISO(),
    DateTime.fromFormatExplain(text, format).regex?.source,
  ]);
for (const text of ['Tue, 25 Oct 2016 13:23:12 Z', 'Sun, 06 Nov 1994 08:49:37 GMT', '2017-05-15 09:24:15 Europe/Paris'])
  attempt(text, () =>
    [DateTime.fromRFC2822(text), DateTime.fromHTTP(text), DateTime.fromSQL(text)].map((time) => time.toISO()),
  );
const now = DateTime.now();
for (const token of 'S SSS u uu s ss m mm h hh H HH Z ZZ ZZZ ZZZZ ZZZZZ z a d dd E EEE EEEE EEEEE c L LL LLL LLLL LLLLL M MMM y yy yyyy yyyyyy G GG GGGGG kk kkkk W WW n nn ii iiii o ooo q qq D DD DDD DDDD t tt ttt tttt T TT f ff fff ffff F FFF X x'.split(
  ' ',
))
  attempt(token, () => now.toFormat(token));
for (const unit of ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond']) {
  attempt(unit, () => [
    now.startOf(unit).toISO(),
    now.endOf(unit).toISO(),
    now.plus({ [unit]: 5 }).toISO(),
    now.minus({ [unit]: 1.5 }).toISO(),
    now.set({ [unit]: 2 }).toISO(),
    now.diff(DateTime.utc(2020, 2, 29), unit).toObject(),
    now.hasSame(now.plus({ hour: 13 }), unit),
    now.plus({ [unit]: -3 }).toRelative({ base: now, locale: 'de' }),
    now.plus({ [unit]: 1 }).toRelativeCalendar({ base: now }),
  ]);
}
for (const zone of [
  'utc',
  'UTC+3',
  'America/New_York',
  'Asia/Kathmandu',
  'local',
  'nowhere',
  90,
  FixedOffsetZone.instance(-30),
  IANAZone.create('Asia/Tokyo'),
])
  attempt(`zone ${zone}`, () => {
    const there = now.setZone(zone);
    return [
      there.toISO(),
      there.offset,
      there.isInDST,
      there.offsetNameShort,
      now.setZone(zone, { keepLocalTime: true }).toISO(),
    ];
  });
for (const text of ['P3Y6M1W4DT12H30M5S', 'PT-1.5S', 'P0D', '-P1M', 'PT1H2', 'x', '12:30:05.5'])
  attempt(text, () => {
    const span = Duration.fromISO(text);
    return [
      span.isValid,
      span.toISO(),
      span.normalize().toObject(),
      span.shiftTo('days', 'minutes').toObject(),
      span.toHuman(),
      span.toFormat('y M w d h:mm:ss.SSS'),
      span.negate().plus({ hours: 1 }).rescale().toISO(),
      span.as('hours'),
      Duration.fromISOTime(text).toISO(),
    ];
  });
const week = Interval.after(now.startOf('day'), { days: 7 });
attempt('interval', () => [
  week.toISO(),
  week.length('hours'),
  week.splitBy({ days: 3 }).map(String),
  week.divideEqually(3).length,
  week.contains(now),
  week.count('days'),
  week.difference(Interval.before(now.plus({ days: 3 }), { days: 1 })).map(String),
  Interval.merge([week, Interval.after(now.plus({ days: 6 }), { days: 3 })]).map(String),
  Interval.xor([week, week]).length,
  week.union(Interval.fromISO('2024-04-01/P1D')).toISODate(),
  week.intersection(week.set({ end: now }))?.toLocaleString(DateTime.DATE_MED),
  week.overlaps(week),
  week.toDuration(['days', 'hours']).toObject(),
  Interval.fromISO('x').invalidReason,
]);
for (const locale of ['en', 'de', 'fr', 'ja', 'ar-EG'])
  attempt(locale, () => [
    now.setLocale(locale).toLocaleString(DateTime.DATETIME_FULL),
    Info.months('short', { locale }),
    Info.weekdays('narrow', { locale }),
    Info.meridiems({ locale }),
    Info.eras('long', { locale }),
    now.reconfigure({ locale, numberingSystem: 'beng' }).toFormat('d LLLL'),
  ]);
show('info', [Info.hasDST('Europe/Berlin'), Info.isValidIANAZone('x/y'), Info.features(), Info.getStartOfWeek()]);
Settings.throwOnInvalid = true;
for (const wrong of [
  () => DateTime.fromISO('x'),
  () => DateTime.fromObject({ month: 13 }),
  () => DateTime.fromObject({ year: 2024, ordinal: 3, month: 2 }),
  () => now.plus({ parsec: 1 }),
  () => now.set({ weekday: 3, day: 1 }),
  () => DateTime.fromMillis('x'),
  () => Duration.fromObject({ a: 1 }),
  () => Interval.fromDateTimes(now, now.minus(1)),
])
  attempt('wrong', wrong);
show('compared', [
  DateTime.max(now, now.plus(1)).toMillis(),
  DateTime.min()?.toISO(),
  now.equals(now.setLocale('de')),
  now.daysInMonth,
  now.isInLeapYear,
  now.weeksInWeekYear,
  now.toObject(),
  now.toJSON(),
  +now,
  `${now}`,
  now.getPossibleOffsets().length,
]);
for (let day = 0; day < 400; day += 13)
  show('day', now.plus({ days: day }).toFormat("kkkk-'W'WW-c ooo yyyy-MM-dd HH:mm ZZ"));
