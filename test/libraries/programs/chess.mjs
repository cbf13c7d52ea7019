import { Chess, SQUARES, validateFen } from 'chess.js';
import { attempt, seededRandom, show } from './show.mjs';

const random = seededRandom(8);
for (let number = 0; number < 4; number++) {
  const game = new Chess();
  while (!game.isGameOver() && game.moveNumber() < 35) {
    const moves = game.moves({ verbose: true });
    const move = moves[Math.floor(random() * moves.length)];
    const { san, lan, before, after, captured, flags } = game.move(
      number % 2 ? move.san : { from: move.from, to: move.to, promotion: move.promotion },
    );
    if (random() < 0.1) {
      show('undone', game.undo()?.san);
      continue;
    }
    if (random() < 0.2) show(`move ${number}`, [san, lan, before, after, captured, flags, moves.length]);
  }
  game.setHeader('Event', `game ${number}`);
  game.setComment('the "end"');
  show('ended', [
    game.fen(),
    game.isCheck(),
    game.isCheckmate(),
    game.isStalemate(),
    game.isDraw(),
    game.isInsufficientMaterial(),
    game.isThreefoldRepetition(),
    game.turn(),
    game.getCastlingRights('w'),
  ]);
  show('board', game.ascii());
  const pgn = game.pgn({ maxWidth: 72, newline: '\n' });
  show('pgn', pgn);
  const again = new Chess();
  again.loadPgn(pgn);
  show('again', [again.fen() === game.fen(), again.history().length, again.getComments(), again.getHeaders()]);
}
const perft = (fen, depth) => new Chess(fen).perft(depth);
show('perft', [
  perft('rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1', 3),
  perft('r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1', 2),
  perft('8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1', 3),
  perft('rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8', 2),
]);
for (const fen of [
  'x',
  '8/8/8/8/8/8/8/8 w - - 0 1',
  'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR x KQkq - 0 1',
  'rnbqkbnr/pppppppp/9/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1',
  '4k3/8/8/8/8/8/8/4K2P w - - 0 1',
  '4k3/8/8/8/4P3/8/8/4K3 b - e3 0 1',
]) {
  show(fen, validateFen(fen));
  attempt(`load ${fen}`, () => new Chess(fen).moves());
}
const game = new Chess();
for (const move of [
  'e4',
  'e5',
  'Nf3',
  'x',
  'O-O',
  'Nc6',
  'Bb5',
  'a6',
  'Bxc6',
  'dxc6',
  { from: 'e1', to: 'g1' },
  { from: 'a1', to: 'a8' },
  null,
  'f6',
  'd2d4',
  'exd4',
  'Nxd4',
  'c5',
  'Nb3',
  'Qxd1',
  'Rxd1',
])
  attempt(`try ${JSON.stringify(move)}`, () => game.move(move).after);
attempt('strict', () => game.move('Ke7', { strict: true }).san);
show(
  'squares',
  SQUARES.filter((square) => game.isAttacked(square, 'w')).map((square) => [
    square,
    game.squareColor(square),
    game.get(square),
    game.attackers(square, 'w'),
  ]),
);
show('placed', [
  game.put({ type: 'q', color: 'w' }, 'h5'),
  game.put({ type: 'k', color: 'w' }, 'h4'),
  game.remove('h5'),
  game.findPiece({ type: 'r', color: 'b' }),
  game.hash().length,
]);
for (const pgn of [
  '1. e4 (1. d4 d5) e5 {comment} 2. Nf3!? $1 *',
  '[A "b"]\n\n1. f3 e5 2. g4 Qh4# 0-1',
  '1. e5',
  '1. e4 {open',
  '[A]',
])
  attempt(pgn, () => {
    const loaded = new Chess();
    loaded.loadPgn(pgn);
    return [loaded.history(), loaded.pgn()];
  });
