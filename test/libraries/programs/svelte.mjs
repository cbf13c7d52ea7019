import { compile, compileModule, parse, preprocess, VERSION, walk } from 'svelte/compiler';
import { render } from 'svelte/server';
import { attempt, attemptLater, show } from './show.mjs';

const components = {
  counter: `<script>let { start = 0, ...rest } = $props(); let count = $state(start); let double = $derived(count * 2); $effect(() => { console.log(count); return () => {}; }); function add() { count += 1; }</script>
<button onclick={add} class:big={count > 3} style:color="red" {...rest}>{count} {double}</button><style>button { color: blue; } .unused { a: b } :global(.x) button:hover > b { c: d }</style>`,
  list: `<script lang="ts">interface Item { id: number; name?: string } let { items = [] as Item[], empty }: { items: Item[]; empty?: import('svelte').Snippet } = $props(); let chosen = $state.raw<Item | null>(null);</script>
{#snippet row(item, index)}<li onclick={() => (chosen = item)}>{index}: {item.name ?? 'none'} {@html '<i>'}</li>{/snippet}
<ul>{#each items as item, index (item.id)}{@render row(item, index)}{:else}{@render empty?.()}{/each}</ul>
{#if chosen}<p>{chosen.name}</p>{:else if items.length > 3}<p>many</p>{:else}few{/if}{#await Promise.resolve(1)}wait{:then value}{value}{:catch error}{error}{/await}{#key chosen}<b transition:fade={{ duration: 1 }}>x</b>{/key}`,
  legacy: `<script context="module">export const shared = 1;</script><script>import Child from './Child.svelte'; import { store } from './store'; export let name = 'x'; let n = 0; $: twice = n * 2; $: if (n > 2) n = 0; $: ({ a } = $store); let a;</script>
<Child bind:name on:click={() => n++} let:item><span slot="s">{item}{twice}{$store}</span></Child><input bind:value={name} bind:this={a} use:act={n}><svelte:window on:keydown={null}/><svelte:head><title>{name}</title></svelte:head><slot name="z" {n}>default</slot><svelte:component this={Child}/>`,
  a11y: '<img src="x"><div onclick={() => {}}></div><a>no</a><video></video><label>x</label><marquee/>',
};
for (const [name, source] of Object.entries(components)) {
  for (const options of [
    { generate: 'client', dev: false },
    { generate: 'server' },
    { generate: 'client', dev: true, css: 'injected' },
  ]) {
    attempt(`${name} ${JSON.stringify(options)}`, () => {
      const { js, css, warnings } = compile(source, { filename: `${name}.svelte`, ...options });
      return [
        js.code,
        css?.code,
        warnings.map(({ code, message, start }) => [code, message, start]),
        js.map.mappings.length,
      ].join('\n');
    });
  }
  attempt(`${name} tree`, () => JSON.stringify(parse(source, { modern: true })));
  attempt(`${name} legacy tree`, () => {
    const types = [];
    walk(parse(source).html, {
      enter: (node) => {
        types.push(node.type);
      },
    });
    return types.join(' ');
  });
}
attempt(
  'module',
  () =>
    compileModule(
      'export class Counter { count = $state(0); #d = $derived(this.count * 2); get d() { return this.#d; } } export const list = $state([1]); $effect.root(() => { $inspect(list); });',
      { filename: 'a.svelte.js' },
    ).js.code,
);
for (const wrong of [
  '{#if}',
  '<div>',
  '{#each a as}{/each}',
  '<script>let = </script>',
  '{@render x}',
  '<p {...}>',
  '<script>$state(1)</script>',
  '<script>let a = $state(1); $effect();</script>',
  '<style>a {</style>',
  '<script>export let a; $props();</script>',
  '{#await}{/await}',
  '<svelte:nothing/>',
  '<script>const a = $derived(1); a = 2</script>',
  '</p>',
  '<input bind:value={a + b}>',
  '{@const a = 1}',
  '<script>let $x;</script>',
  '<p a a>',
  '{#snippet x()}{/snippet}{#snippet x()}{/snippet}',
])
  attempt(wrong, () => compile(wrong, {}).js.code.length);
await attemptLater('preprocessed', () =>
  preprocess('<script lang="x">a</script><style>b</style><p>c</p>', {
    script: ({ content, attributes }) => ({ code: `${content}${attributes.lang}` }),
    style: async ({ content }) => ({ code: content.repeat(2) }),
    markup: ({ content }) => ({ code: content.replace('<p>', '<q>').replace('</p>', '</q>') }),
  }),
);
const { js } = compile(components.counter, { generate: 'server', filename: 'c.svelte' });
const inPlace = js.code
  .replace(/from '(svelte[^']*)'/g, (_, path) => `from '${import.meta.resolve(path)}'`)
  .replace(/import '(svelte[^']*)'/g, (_, path) => `import '${import.meta.resolve(path)}'`);
await attemptLater('rendered', async () => {
  const { default: Counter } = await import(`data:text/javascript,${encodeURIComponent(inPlace)}`);
  const { body, head } = render(Counter, { props: { start: 4, title: '"q"' } });
  return [body.replace(/svelte-\w+/g, 'svelte-hash'), head];
});
show('version', VERSION.split('.').length);
