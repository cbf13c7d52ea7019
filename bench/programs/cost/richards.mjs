/**
 * Martin Richards' operating-system simulation: tasks send packets to each other by way of a scheduler. Objects, method
 * calls of several shapes and linked lists. Its description says how often it queues and holds: 23,246 and 9,297 times.
 */
const IDLE = 0;
const WORKER = 1;
const HANDLER_A = 2;
const HANDLER_B = 3;
const DEVICE_A = 4;
const DEVICE_B = 5;
const DEVICE = 0;
const WORK = 1;
const DATA_SIZE = 4;

class Packet {
  constructor(link, id, kind) {
    this.link = link;
    this.id = id;
    this.kind = kind;
    this.datum = 0;
    this.data = new Array(DATA_SIZE).fill(0);
  }

  appendTo(queue) {
    this.link = null;
    if (queue === null) return this;
    let last = queue;
    while (last.link !== null) last = last.link;
    last.link = this;
    return queue;
  }
}

class Task {
  constructor(scheduler, id, priority, queue, behaviour) {
    this.scheduler = scheduler;
    this.id = id;
    this.priority = priority;
    this.queue = queue;
    this.behaviour = behaviour;
    this.link = scheduler.tasks;
    this.held = false;
    this.suspended = queue === null;
    this.runnable = queue !== null;
    scheduler.tasks = this;
    scheduler.byId[id] = this;
  }

  waits() {
    return this.held || (this.suspended && !this.runnable);
  }

  run() {
    let packet = null;
    if (this.suspended && this.runnable) {
      packet = this.queue;
      this.queue = packet.link;
      this.suspended = false;
      this.runnable = this.queue !== null;
    }
    return this.behaviour.run(this.scheduler, packet);
  }

  receive(packet, sender) {
    if (this.queue === null) {
      this.queue = packet;
      this.runnable = true;
      if (this.priority > sender.priority) return this;
    } else {
      this.queue = packet.appendTo(this.queue);
    }
    return sender;
  }
}

class Idle {
  seed = 1;
  left = 10_000;

  run(scheduler) {
    this.left--;
    if (this.left === 0) return scheduler.hold();
    if ((this.seed & 1) === 0) {
      this.seed >>= 1;
      return scheduler.release(DEVICE_A);
    }
    this.seed = (this.seed >> 1) ^ 0xd008;
    return scheduler.release(DEVICE_B);
  }
}

class Worker {
  to = HANDLER_A;
  letter = 0;

  run(scheduler, packet) {
    if (packet === null) return scheduler.suspend();
    this.to = this.to === HANDLER_A ? HANDLER_B : HANDLER_A;
    packet.id = this.to;
    packet.datum = 0;
    for (let index = 0; index < DATA_SIZE; index++) {
      this.letter = (this.letter % 26) + 1;
      packet.data[index] = this.letter;
    }
    return scheduler.send(packet);
  }
}

class Device {
  pending = null;

  run(scheduler, packet) {
    if (packet !== null) {
      this.pending = packet;
      return scheduler.hold();
    }
    if (this.pending === null) return scheduler.suspend();
    const answer = this.pending;
    this.pending = null;
    return scheduler.send(answer);
  }
}

class Handler {
  work = null;
  devices = null;

  run(scheduler, packet) {
    if (packet !== null) {
      if (packet.kind === WORK) this.work = packet.appendTo(this.work);
      else this.devices = packet.appendTo(this.devices);
    }
    if (this.work === null) return scheduler.suspend();
    const work = this.work;
    const position = work.datum;
    if (position >= DATA_SIZE) {
      this.work = work.link;
      return scheduler.send(work);
    }
    if (this.devices === null) return scheduler.suspend();
    const device = this.devices;
    this.devices = device.link;
    device.datum = work.data[position];
    work.datum = position + 1;
    return scheduler.send(device);
  }
}

class Scheduler {
  queued = 0;
  holds = 0;
  byId = [];
  tasks = null;
  current = null;

  schedule() {
    this.current = this.tasks;
    while (this.current !== null) {
      if (this.current.waits()) {
        this.current = this.current.link;
      } else {
        this.current = this.current.run();
      }
    }
  }

  hold() {
    this.holds++;
    this.current.held = true;
    return this.current.link;
  }

  release(id) {
    const task = this.byId[id];
    task.held = false;
    return task.priority > this.current.priority ? task : this.current;
  }

  suspend() {
    this.current.suspended = true;
    return this.current;
  }

  send(packet) {
    const receiver = this.byId[packet.id];
    this.queued++;
    packet.link = null;
    packet.id = this.current.id;
    return receiver.receive(packet, this.current);
  }
}

function packets(count, id, kind) {
  let queue = null;
  for (let made = 0; made < count; made++) queue = new Packet(queue, id, kind);
  return queue;
}

export function run() {
  const scheduler = new Scheduler();
  const idle = new Task(scheduler, IDLE, 0, null, new Idle());
  idle.suspended = false;
  new Task(scheduler, WORKER, 1_000, packets(2, WORKER, WORK), new Worker());
  new Task(scheduler, HANDLER_A, 2_000, packets(3, DEVICE_A, DEVICE), new Handler());
  new Task(scheduler, HANDLER_B, 3_000, packets(3, DEVICE_B, DEVICE), new Handler());
  new Task(scheduler, DEVICE_A, 4_000, null, new Device());
  new Task(scheduler, DEVICE_B, 5_000, null, new Device());
  scheduler.schedule();
  return scheduler.queued * 10_000 + scheduler.holds;
}
