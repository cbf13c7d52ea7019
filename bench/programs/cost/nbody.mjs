/** The planets of the Computer Language Benchmarks Game's n-body: floating-point fields of objects. */
const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS = 365.24;
const STEPS = 10_000;

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS;
    this.vy = vy * DAYS;
    this.vz = vz * DAYS;
    this.mass = mass * SOLAR_MASS;
  }
}

function planets() {
  return [
    new Body(0, 0, 0, 0, 0, 0, 1),
    new Body(4.84143144, -1.16032004, -0.103622044, 0.00166007664, 0.00769901118, -0.0000690460016, 0.000954791938),
    new Body(8.34336671, 4.12479856, -0.403523417, -0.0027674251, 0.00499852801, 0.0000230417297, 0.00028588598),
    new Body(12.8943695, -15.1111514, -0.223307578, 0.00296460137, 0.00237847173, -0.0000296589568, 0.0000436624404),
    new Body(15.3796971, -25.9193146, 0.179258772, 0.00268067772, 0.0016282417, -0.0000951592254, 0.0000515138902),
  ];
}

function advance(bodies, dt) {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const squared = dx * dx + dy * dy + dz * dz;
      const pull = dt / (squared * Math.sqrt(squared));
      a.vx -= dx * b.mass * pull;
      a.vy -= dy * b.mass * pull;
      a.vz -= dz * b.mass * pull;
      b.vx += dx * a.mass * pull;
      b.vy += dy * a.mass * pull;
      b.vz += dz * a.mass * pull;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function energy(bodies) {
  let sum = 0;
  for (const [index, { x, y, z, vx, vy, vz, mass }] of bodies.entries()) {
    sum += 0.5 * mass * (vx * vx + vy * vy + vz * vz);
    for (const other of bodies.slice(index + 1)) {
      const distance = Math.hypot(x - other.x, y - other.y, z - other.z);
      sum -= (mass * other.mass) / distance;
    }
  }
  return sum;
}

export function run() {
  const bodies = planets();
  for (let step = 0; step < STEPS; step++) advance(bodies, 0.01);
  return Math.round(Math.abs(energy(bodies)) * 1e9);
}
