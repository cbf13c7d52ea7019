import * as THREE from 'three';
import { attempt, seededRandom, show } from './show.mjs';

// Ids come from here.
Math.random = seededRandom(1);
const random = seededRandom(4);
const rounded = (value) =>
  JSON.parse(
    JSON.stringify(value, (_key, inner) =>
      typeof inner === 'number'
        ? Number(inner.toFixed(4))
        : ArrayBuffer.isView(inner)
          ? [...inner].slice(0, 30)
          : inner,
    ) ?? 'null',
  );
const showRounded = (label, act) => attempt(label, () => rounded(act()));

for (const name of Object.keys(THREE)
  .filter((key) => /Geometry$/.test(key) && key !== 'EdgesGeometry' && key !== 'WireframeGeometry')
  .sort()) {
  showRounded(name, () => {
    const geometry = new THREE[name]();
    geometry.computeBoundingBox?.();
    geometry.computeBoundingSphere?.();
    geometry.rotateX?.(1).scale?.(1, 2, 3).computeVertexNormals?.();
    const { position, normal } = geometry.attributes;
    return [
      position?.count,
      position?.array.slice(0, 12),
      normal?.array.slice(-6),
      geometry.boundingBox,
      geometry.boundingSphere,
      geometry.index?.count,
      geometry.toNonIndexed?.().attributes.position.count,
    ];
  });
}
const vector = () => new THREE.Vector3(random() * 4 - 2, random() * 4 - 2, random() * 4 - 2);
for (const type of [
  'Vector2',
  'Vector3',
  'Vector4',
  'Quaternion',
  'Euler',
  'Matrix3',
  'Matrix4',
  'Color',
  'Box2',
  'Box3',
  'Sphere',
  'Plane',
  'Ray',
  'Triangle',
  'Line3',
  'Spherical',
  'Cylindrical',
  'SphericalHarmonics3',
  'Frustum',
]) {
  const prototype = THREE[type].prototype;
  for (const method of Object.getOwnPropertyNames(prototype).sort()) {
    if (
      ['constructor', 'random', 'randomDirection', 'fromBufferAttribute', 'makeRandom'].includes(method) ||
      Object.getOwnPropertyDescriptor(prototype, method).get !== undefined
    )
      continue;
    showRounded(`${type}.${method}`, () => {
      const value = new THREE[type]();
      const other = type === 'Color' ? new THREE.Color(0x336699) : new THREE[type](1, 2, 3, 4);
      const result = value[method](
        method.startsWith('setScalar') || method.startsWith('multiplyScalar') ? 2 : other,
        vector(),
        vector(),
        0.5,
      );
      return result === value ? (value.toArray?.() ?? value) : result;
    });
  }
}
const scene = new THREE.Scene();
const group = new THREE.Group();
const meshes = Array.from({ length: 12 }, (_, n) => {
  const mesh = new THREE.Mesh(
    n % 2 ? new THREE.BoxGeometry(1, 1, 1) : new THREE.SphereGeometry(0.7, 8, 6),
    new THREE.MeshStandardMaterial({ color: n * 4096, side: THREE.DoubleSide }),
  );
  mesh.position.copy(vector().multiplyScalar(3));
  mesh.rotation.set(n, n / 2, 0);
  mesh.name = `mesh ${n}`;
  (n % 3 ? group : scene).add(mesh);
  return mesh;
});
group.rotation.y = 0.5;
group.scale.setScalar(1.5);
scene.add(
  group,
  new THREE.DirectionalLight(0xffffff, 2),
  new THREE.PointLight(),
  new THREE.AxesHelper(2),
  new THREE.GridHelper(4, 4),
);
scene.updateMatrixWorld(true);
const camera = new THREE.PerspectiveCamera(50, 1.5, 0.1, 100);
camera.position.set(0, 2, 10);
camera.lookAt(0, 0, 0);
camera.updateMatrixWorld();
showRounded('world', () => meshes.map((mesh) => mesh.getWorldPosition(new THREE.Vector3()).project(camera).toArray()));
const caster = new THREE.Raycaster();
for (let n = 0; n < 15; n++) {
  caster.setFromCamera(new THREE.Vector2(random() * 2 - 1, random() * 2 - 1), camera);
  showRounded(`ray ${n}`, () =>
    caster
      .intersectObject(scene, true)
      .filter(({ object }) => object.isMesh)
      .map(({ distance, object, faceIndex, uv }) => [distance, object.name, faceIndex, uv?.toArray()]),
  );
}
const frustum = new THREE.Frustum().setFromProjectionMatrix(
  new THREE.Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
);
show(
  'visible',
  meshes.filter((mesh) => frustum.intersectsObject(mesh)).map(({ name }) => name),
);
const mixer = new THREE.AnimationMixer(meshes[0]);
const clip = new THREE.AnimationClip('move', -1, [
  new THREE.VectorKeyframeTrack('.position', [0, 1, 2], [0, 0, 0, 1, 2, 3, 4, 0, 0], THREE.InterpolateSmooth),
  new THREE.QuaternionKeyframeTrack('.quaternion', [0, 2], [0, 0, 0, 1, 0, 1, 0, 0]),
  new THREE.BooleanKeyframeTrack('.visible', [0, 1.5], [true, false]),
]);
mixer.addEventListener('loop', ({ loopDelta }) => show('loop', loopDelta));
mixer.clipAction(clip).setLoop(THREE.LoopPingPong, 3).fadeIn(0.5).play();
for (let n = 0; n < 12; n++) {
  mixer.update(0.4);
  showRounded(`frame ${n}`, () => [meshes[0].position.toArray(), meshes[0].quaternion.toArray(), meshes[0].visible]);
}
for (const curve of [
  new THREE.CatmullRomCurve3([vector(), vector(), vector(), vector()], true),
  new THREE.CubicBezierCurve3(vector(), vector(), vector(), vector()),
  new THREE.EllipseCurve(0, 0, 2, 1),
  new THREE.SplineCurve([new THREE.Vector2(), new THREE.Vector2(1, 2), new THREE.Vector2(3, 1)]),
])
  showRounded(curve.type, () => [
    curve.getPoints(5),
    curve.getSpacedPoints(4),
    curve.getLength(),
    curve.getTangentAt(0.3),
    curve.computeFrenetFrames && curve.isCatmullRomCurve3 ? curve.computeFrenetFrames(3) : 0,
  ]);
const shape = new THREE.Shape()
  .moveTo(0, 0)
  .lineTo(4, 0)
  .bezierCurveTo(5, 1, 5, 3, 4, 4)
  .quadraticCurveTo(2, 5, 0, 4)
  .closePath();
shape.holes.push(new THREE.Path().absarc(2, 2, 0.5, 0, Math.PI * 2));
showRounded('shape', () => [
  new THREE.ShapeGeometry(shape).attributes.position.count,
  new THREE.ExtrudeGeometry(shape, { depth: 1, bevelSegments: 2 }).attributes.position.count,
  THREE.ShapeUtils.area(shape.getPoints()),
  new THREE.EdgesGeometry(new THREE.BoxGeometry()).attributes.position.array.slice(0, 9),
]);
showRounded('json', () => {
  const { geometries, ...rest } = scene.toJSON();
  return [geometries.length, new THREE.ObjectLoader().parse(scene.toJSON()).children.length, rest];
});
for (const method of [
  'clamp',
  'lerp',
  'damp',
  'smoothstep',
  'euclideanModulo',
  'mapLinear',
  'inverseLerp',
  'pingpong',
  'degToRad',
  'isPowerOfTwo',
  'ceilPowerOfTwo',
  'seededRandom',
  'denormalize',
])
  showRounded(method, () => THREE.MathUtils[method](5.5, method === 'denormalize' ? new Uint8Array() : 2, 9, 0.3, 7));
