import '@xyflow/react/dist/style.css';
import '../src/web/theme.css';
import '../src/web/parts/map/map.css';
import '../src/web/parts/map/mapEditing.css';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import { Controls, Handle, MarkerType, Position, ReactFlow, ReactFlowProvider, useEdgesState, useNodesState, type PeerEdge, type PeerNode } from '@xyflow/react';
import { CARD } from '#domain/relate/map/layout.ts';
import { Card } from '../src/web/parts/map/card.tsx';
import { LINE_WIDTH } from '../src/web/parts/map/drawing.ts';
import type { CardView, Scene } from '../src/web/parts/map/scene.ts';

/** The same cards, by the very component we draw them with, in a canvas of others; straight lines with an arrow, as theirs are drawn by default. */
const NODES = {
  person: memo(function PersonNode({ data, selected }: { data: { card: CardView }; selected: boolean }) {
    return <><Handle type="target" position={Position.Top} /><Card card={data.card} label={data.card.name} selected={selected} chosen={selected} reachable={false} editable /><Handle type="source" position={Position.Bottom} /></>;
  }),
};
const ORIGIN = { x: 0, y: 0 };

function Peer({ scene }: { scene: Scene }) {
  const [nodes, , changed] = useNodesState(scene.cards.map((card): PeerNode => ({ id: String(card.person), type: 'person', position: card.place, width: CARD.width, height: CARD.height, data: { card: { ...card, place: ORIGIN } } })));
  const [edges] = useEdgesState(scene.lines.map((line): PeerEdge => ({ id: String(line.id), source: String(line.from), target: String(line.to), type: 'straight', style: { strokeWidth: LINE_WIDTH[line.weight]! }, markerEnd: { type: MarkerType.ArrowClosed } })));
  return <ReactFlowProvider><ReactFlow nodes={nodes} edges={edges} onNodesChange={changed} nodeTypes={NODES} fitView minZoom={0.1} maxZoom={2.5}><Controls /></ReactFlow></ReactFlowProvider>;
}

const { scene, width, height } = (window as unknown as { given: { scene: Scene; width: number; height: number } }).given;
const root = document.getElementById('root')!;
Object.assign(root.style, { width: `${width}px`, height: `${height}px` });
createRoot(root).render(<Peer scene={scene} />);
