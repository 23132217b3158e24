/** Theirs, as far as it is used: no dependency of the project (bench/map.ts --peers DIR). */
declare module '@xyflow/react' {
  import type { ComponentType, ReactNode } from 'react';
  export interface PeerNode { id: string; type: string; position: { x: number; y: number }; width: number; height: number; data: unknown }
  export interface PeerEdge { id: string; source: string; target: string; type: string; style: { strokeWidth: number }; markerEnd: { type: string } }
  export const Controls: ComponentType;
  export const Handle: ComponentType<{ type: 'source' | 'target'; position: string }>;
  export const MarkerType: { readonly ArrowClosed: string };
  export const Position: { readonly Top: string; readonly Bottom: string };
  export const ReactFlow: ComponentType<{ nodes: PeerNode[]; edges: PeerEdge[]; onNodesChange: unknown; nodeTypes: object; fitView: boolean; minZoom: number; maxZoom: number; children: ReactNode }>;
  export const ReactFlowProvider: ComponentType<{ children: ReactNode }>;
  export function useNodesState(nodes: PeerNode[]): [PeerNode[], unknown, unknown];
  export function useEdgesState(edges: PeerEdge[]): [PeerEdge[], unknown, unknown];
}
declare module '@xyflow/react/dist/style.css';
