// The Terraform provider of AWS, with those resources only that the module beside this directory has: so its test can build it from
// source, where the registry is not to be reached. The resources are the provider's own.
package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/plugin"
	"github.com/hashicorp/terraform-provider-aws/conns"
	"github.com/hashicorp/terraform-provider-aws/names"
	"github.com/hashicorp/terraform-provider-aws/service/iam"
	"github.com/hashicorp/terraform-provider-aws/service/meta"
	"github.com/hashicorp/terraform-provider-aws/service/sts"
)

func main() {
	plugin.Serve(&plugin.ServeOpts{ProviderFunc: provider})
}

func provider() *schema.Provider {
	return &schema.Provider{
		Schema: map[string]*schema.Schema{
			"region":   {Type: schema.TypeString, Required: true},
			"endpoint": {Type: schema.TypeString, Required: true},
		},
		DataSourcesMap: map[string]*schema.Resource{
			"aws_caller_identity": sts.DataSourceCallerIdentity(),
			"aws_partition":       meta.DataSourcePartition(),
		},
		ResourcesMap: map[string]*schema.Resource{
			"aws_iam_policy":                 iam.ResourcePolicy(),
			"aws_iam_role":                   iam.ResourceRole(),
			"aws_iam_role_policy_attachment": iam.ResourceRolePolicyAttachment(),
		},
		ConfigureContextFunc: func(ctx context.Context, given *schema.ResourceData) (interface{}, diag.Diagnostics) {
			endpoint := given.Get("endpoint").(string)
			config := conns.Config{
				AccessKey:            "test",
				SecretKey:            "test",
				Region:               given.Get("region").(string),
				Endpoints:            map[string]string{names.IAM: endpoint, names.STS: endpoint},
				SkipGetEC2Platforms:  true,
				SkipMetadataApiCheck: true,
			}
			return config.Client(ctx)
		},
	}
}
