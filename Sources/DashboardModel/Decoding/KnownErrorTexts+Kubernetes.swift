// What the windows-gmsa webhook and the Kubernetes API server say when they refuse a pod.

extension KnownErrorTexts {
  private static let webhook =
    "kubernetes-sigs/windows-gmsa admission-webhook/{webhook,kube_client}.go"
  private static let call = "kubernetes apiserver admission; kubernetes-sigs/windows-gmsa#113"
  private static let validation = "kubernetes pkg/apis/core/validation"
  private static let ownName = #"failed calling webhook "admission-webhook.windows-gmsa.sigs.k8s.io""#

  static let ofWebhook: [KnownErrorText] = [
    KnownErrorText(
      "is not authorized to `use` gmsa cred spec", .webhook,
      means: "the service account may not use the credspec that its pod names",
      cause:
        "no RoleBinding in the pod's namespace (or ClusterRoleBinding) gives it verb use on that credspec",
      check:
        "kubectl auth can-i use gmsacredentialspecs/NAME -n NAMESPACE --as system:serviceaccount:NAMESPACE:NAME",
      rule: "GMSA202", source: webhook),
    KnownErrorText(
      "cred spec … does not exist", .webhook,
      means: "the pod names a credspec that does not exist",
      cause: "a typing error or another case: names of custom resources are lower case",
      check: "kubectl get gmsacredentialspecs", rule: "GMSA201", source: webhook),
    KnownErrorText(
      "cred spec … does not have a credspec key", .webhook,
      means: "the custom resource has no contents",
      cause: "the key credspec is missing, or stands under spec:",
      check: "kubectl get gmsacredentialspec NAME -o yaml",
      rule: "GMSA604", source: webhook),
    KnownErrorText(
      "unable to retrieve the contents of cred spec", .webhook,
      means: "the webhook could not read the credspec",
      cause:
        "its own ClusterRole lacks get on gmsacredentialspecs, the CRD is absent or not cluster-scoped, or the API "
        + "server did not answer it", check: "the webhook's log, and its ClusterRole", rule: "GMSA604",
      source: webhook),
    KnownErrorText(
      "gmsa cred spec contents for … does not match the contents of gmsa resource", .webhook,
      means: "the template carries contents of its own that differ from the credspec it names",
      cause: "gmsaCredentialSpec was copied into the template, and the resource has changed since",
      check: "remove gmsaCredentialSpec from the template; the webhook fills it in", rule: "GMSA604",
      source: webhook),
    KnownErrorText(
      "has a gmsa cred spec set, but does not define the name", .webhook,
      means: "the template carries contents and names no credspec",
      cause: "gmsaCredentialSpec is set without gmsaCredentialSpecName",
      check: "set gmsaCredentialSpecName and remove gmsaCredentialSpec", rule: "GMSA210", source: webhook),
    KnownErrorText(
      "cannot update an existing pod's gmsa settings", .webhook,
      means: "a running pod's credspec cannot be changed",
      cause: "the pod itself was edited", check: "change the workload's template; it makes new pods",
      rule: nil,
      source: webhook),
    KnownErrorText(
      "error when checking authz access", .webhook,
      means: "the webhook could not ask whether the service account may use the credspec",
      cause: "its own rights lack create on localsubjectaccessreviews, or the API server did not answer it",
      check: "the webhook's log, and its ClusterRole", rule: "GMSA604", source: webhook),
    KnownErrorText(
      "tls_crt|tls_key env var not found", .webhook,
      means: "the webhook was started without its certificate, and ended",
      cause: "the environment variables TLS_CRT and TLS_KEY of its deployment are not set",
      check: "the webhook's deployment and its certificate secret", rule: "GMSA206",
      source: "kubernetes-sigs/windows-gmsa admission-webhook/main.go"),
    KnownErrorText(
      "failed to find any pem data in certificate input", .webhook,
      means: "the webhook cannot read its own certificate",
      cause: "the secret of its certificate is empty or broken",
      check: "the webhook's log and its certificate secret", rule: "GMSA206",
      source: "Azure/AKS#2658"),
  ]

  static let ofKubernetes: [KnownErrorText] = [
    KnownErrorText(
      ownName + " … no endpoints available", .kubernetes,
      means:
        "the webhook has no ready pod: with failurePolicy Fail no pod can be created, with or without a credspec",
      cause: "its Deployment is scaled to nothing, cannot be placed, or crashes",
      check: "kubectl get pods,endpoints in the webhook's namespace", rule: "GMSA206", source: call),
    KnownErrorText(
      ownName + " … certificate has expired", .kubernetes,
      means: "the webhook's certificate has expired: no pod can be created while failurePolicy is Fail",
      cause: "nothing renews it, or the webhook runs without --cert-reload and still serves the old one",
      check: "renew the certificate, restart the webhook", rule: "GMSA206", source: call),
    KnownErrorText(
      ownName + " … x509:", .kubernetes,
      means: "the API server does not trust the webhook's certificate: no pod can be created",
      cause: "caBundle in the webhook configuration and the certificate do not belong together",
      check: "compare caBundle with the certificate's issuer", rule: "GMSA206", source: call),
    KnownErrorText(
      ownName + " … deadline exceeded|connection refused|timeout|no route to host|i/o timeout", .kubernetes,
      means: "the webhook does not answer the API server: no pod can be created",
      cause: "a network policy or firewall between them, or its pods hang",
      check: "the webhook's pods and log; its port from the control plane", rule: "GMSA206", source: call),
    KnownErrorText(
      ownName, .kubernetes,
      means: "the API server could not call the webhook: no pod can be created while failurePolicy is Fail",
      cause: "the rest of the message says why", check: "the webhook's pods, service and certificate",
      rule: "GMSA206", source: call),
    KnownErrorText(
      "gmsacredentialspec size must be under", .kubernetes,
      means: "the contents are larger than 64 KiB", cause: "a pod's gmsaCredentialSpec has that limit",
      check: "the size of the credspec", rule: "GMSA604", source: validation),
    KnownErrorText(
      "gmsacredentialspec cannot be an empty string", .kubernetes,
      means: "the contents in the template are empty", cause: "gmsaCredentialSpec is set to an empty text",
      check: "remove gmsaCredentialSpec; the webhook fills it in", rule: "GMSA604", source: validation),
    KnownErrorText(
      "runasusername … cannot be an empty string|cannot contain control characters|more than one backslash",
      .kubernetes,
      means: "runAsUserName is no user name",
      cause: #"it is a name or DOMAIN\name; YAML may have eaten a backslash"#,
      check: #"write runAsUserName: "NT AUTHORITY\\NETWORK SERVICE""#, rule: "GMSA604", source: validation),
    KnownErrorText(
      "no matches for kind … gmsacredentialspec", .kubernetes,
      means: "the cluster does not know the kind GMSACredentialSpec", cause: "the CRD is not installed",
      check: "kubectl get crd gmsacredentialspecs.windows.k8s.io", rule: nil,
      source: "kubectl; kubernetes-sigs/windows-gmsa deploy/gmsa-crd.yml"),
    KnownErrorText(
      "nodes are available: … node(s)", .kubernetes,
      means: "the scheduler found no node for the pod; each clause counts nodes that one term excludes",
      cause: "a node selector, affinity or taint; insufficient cpu or memory heal by themselves",
      check: "kubectl describe pod NAME, then labels and taints: kubectl get nodes --show-labels",
      rule: "GMSA404", source: "kubernetes/kubernetes pkg/scheduler/framework/types.go"),
  ]
}
