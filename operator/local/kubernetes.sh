# A Kubernetes control plane without nodes: etcd, the API server, and the controllers that tend objects.
# shellcheck shell=bash

start_etcd() {
  mkdir -p "$data"
  ensure etcd "" "$ETCD" --data-dir "$data/etcd" --unsafe-no-fsync --log-level warn \
    --listen-client-urls "http://127.0.0.1:$(port etcd)" --advertise-client-urls "http://127.0.0.1:$(port etcd)" \
    --listen-peer-urls http://127.0.0.1:0
}

start_apiserver() {
  local secrets=$data/credentials
  if [ ! -f "$secrets/tokens.csv" ]; then
    mkdir -p "$secrets"
    "$PYTHON" "$local_scripts/credentials.py" "$secrets"
  fi
  ensure apiserver "" "$KUBE_APISERVER" --etcd-servers "http://127.0.0.1:$(port etcd)" \
    --bind-address 127.0.0.1 --secure-port "$(port apiserver)" --cert-dir "$data/apiserver" \
    --endpoint-reconciler-type none --service-cluster-ip-range 10.0.0.0/24 \
    --authorization-mode Node,RBAC --token-auth-file "$secrets/tokens.csv" \
    --service-account-issuer https://kubernetes.default.svc \
    --service-account-key-file "$secrets/service-account.pub" \
    --service-account-signing-key-file "$secrets/service-account.key"
}

# No pods run here, so only what keeps objects in order is needed: deletion of namespaces and of owned objects,
# service accounts and their tokens, aggregated roles.
start_controllers() {
  ensure controllers "" "$KUBE_CONTROLLER_MANAGER" --kubeconfig "$state/kubeconfig" --leader-elect=false \
    --bind-address 127.0.0.1 --secure-port "$(port controllers)" --cert-dir "$data/controllers" \
    --root-ca-file "$data/apiserver/apiserver.crt" \
    --service-account-private-key-file "$data/credentials/service-account.key" \
    --controllers namespace-controller,garbage-collector-controller,serviceaccount-controller,serviceaccount-token-controller,root-ca-certificate-publisher-controller,clusterrole-aggregation-controller
}

await_etcd() { await etcd "http://127.0.0.1:$(port etcd)/health" 30; }
await_apiserver() { await apiserver "https://127.0.0.1:$(port apiserver)/readyz" 60; }
await_controllers() { await controllers "https://127.0.0.1:$(port controllers)/healthz" 30; }

write_kubeconfig() {
  cat > "$state/kubeconfig" <<END
apiVersion: v1
kind: Config
current-context: local
contexts:
- name: local
  context: {cluster: local, user: admin}
clusters:
- name: local
  cluster:
    server: https://127.0.0.1:$(port apiserver)
    certificate-authority: $data/apiserver/apiserver.crt
users:
- name: admin
  user:
    token: $(cat "$data/credentials/token")
END
  chmod 600 "$state/kubeconfig"
}
